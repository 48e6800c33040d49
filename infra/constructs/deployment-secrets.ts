import type { RemovalPolicy } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { secretNames } from '#shared/aws/secret-names.ts';
import type { DeploymentConfiguration } from '#shared/config/deployment-configuration.ts';
import {
  connectionNameSchema,
  lifecycleSourceNameSchema,
  organisationSourceNameSchema,
} from '#shared/config/names.ts';
import { configuredCredentials } from '#shared/credentials/health/configured-credentials.ts';
import { credentialSecretName } from '#shared/credentials/health/credential-secret-name.ts';
import type { CredentialKind } from '#shared/events/credential-events.ts';
import { EmptySecret } from './empty-secret.ts';
import { GeneratedSecret } from './generated-secret.ts';
import type { SecretsByName } from './kept-secret.ts';
import { namedSecrets } from './named-secrets.ts';
import { organisationSecretKinds } from './organisation-secret-kinds.ts';

interface DeploymentSecretsProps {
  readonly configuration: DeploymentConfiguration;
  readonly key: IKey;
  readonly removalPolicy: RemovalPolicy;
}

/** Every secret of a deployment, by the kind that a function may be allowed to read. */
export class DeploymentSecrets extends Construct {
  /** One for each webhook connection whose sender has a secret. */
  readonly connections: SecretsByName;
  readonly secureAccessApiKeys: SecretsByName;
  readonly secureAccessAccessTokens: SecretsByName;
  readonly secureAccessKeyAdminKeys: SecretsByName;
  readonly logBucketKeys: SecretsByName;
  readonly sccApiKeys: SecretsByName;
  readonly sccAccessTokens: SecretsByName;
  readonly firewallManagerTokens: SecretsByName;
  readonly xdrClients: SecretsByName;
  /** One for each source of changes to people that has an address. */
  readonly peopleSources: SecretsByName;
  /** One for each source whose tickets get comments. */
  readonly ticketSystems: SecretsByName;
  /** One for each claim code that is to be redeemed. */
  readonly claimCodes: SecretsByName;
  /** One for each ticket system that may ask for organisations. */
  readonly organisationSources: SecretsByName;
  readonly approvalSigningKey: GeneratedSecret;
  /** At most one, where a chat channel is configured. */
  readonly approvalChatWebhook: SecretsByName;

  constructor(scope: Construct, id: string, props: DeploymentSecretsProps) {
    super(scope, id);
    const { configuration, ...common } = props;
    // Callers from AWS prove themselves to the API by IAM: nobody has a secret to keep.
    const connections = Object.entries(configuration.connections)
      .filter(([, { authentication }]) => authentication.scheme !== 'aws-iam')
      .map(([name]) => connectionNameSchema.parse(name));

    const connectionScope = new Construct(this, 'Connections');
    this.connections = Object.fromEntries(
      connections.map((connection) => [
        connection,
        new EmptySecret(connectionScope, connection, {
          ...common,
          name: secretNames.connection(configuration.stage, connection),
          description: `What webhook connection ${connection} signs with or presents; stored by a person: {"current": "…"}`,
          whyNotRotated:
            'The sender holds the same secret, so only a person can change both; two are valid at once meanwhile.',
        }),
      ]),
    );

    const ofKind = (kind: CredentialKind) => this.forOrganisations(kind, props);
    this.secureAccessApiKeys = ofKind('secure-access-api-key');
    this.secureAccessAccessTokens = ofKind('secure-access-access-token');
    this.secureAccessKeyAdminKeys = ofKind('secure-access-key-admin-key');
    this.logBucketKeys = ofKind('log-bucket-key');
    this.sccApiKeys = ofKind('scc-api-key');
    this.sccAccessTokens = ofKind('scc-access-token');
    this.firewallManagerTokens = ofKind('firewall-manager-token');
    this.xdrClients = ofKind('xdr-client');

    const sources = Object.entries(configuration.people?.sources ?? {});
    const whyNotRotated = 'The other side holds the same secret, so only a person can change both.';
    const lifecycleNames = (some: readonly (readonly [string, unknown])[]) =>
      some.map(([name]) => lifecycleSourceNameSchema.parse(name));
    this.peopleSources = namedSecrets(this, 'PeopleSources', {
      ...props,
      whyNotRotated,
      names: lifecycleNames(sources.filter(([, { authentication }]) => authentication !== undefined)),
      nameOf: secretNames.peopleSource,
      description: (source) =>
        `What ${source}, a source of changes to people, signs with or presents; stored by a person: {"current": "…"}`,
    });
    this.ticketSystems = namedSecrets(this, 'TicketSystems', {
      ...props,
      whyNotRotated,
      names: lifecycleNames(
        sources.filter(([, source]) => 'comments' in source && source.comments !== undefined),
      ),
      nameOf: secretNames.ticketSystem,
      description: (source) =>
        `How comments are written to the tickets of ${source}; stored by a person: {"user": "…", "token": "…"}`,
    });

    const { claimCodes = [], sources: organisationSources = {} } = configuration.organisationOnboarding ?? {};
    this.claimCodes = namedSecrets(this, 'ClaimCodes', {
      ...props,
      whyNotRotated: 'A claim code works once; it is given out by whoever sells the subscription.',
      names: claimCodes,
      nameOf: secretNames.claimCode,
      description: (name) =>
        `Claim code ${name} of a subscription; stored by a person: {"claimCode": "XXXX-XXXX-XXXX-XXXX"}`,
    });
    this.organisationSources = namedSecrets(this, 'OrganisationSources', {
      ...props,
      whyNotRotated,
      names: Object.keys(organisationSources).map((name) => organisationSourceNameSchema.parse(name)),
      nameOf: secretNames.organisationSource,
      description: (source) =>
        `What ${source}, a source of organisations, signs with or presents; stored by a person: {"current": "…"}`,
    });

    const approvals = new Construct(this, 'Approvals');
    this.approvalSigningKey = new GeneratedSecret(approvals, 'SigningKey', {
      ...common,
      name: secretNames.approvalSigningKey(configuration.stage),
      description: 'Signs the links in approval messages; made by Secrets Manager, read by two functions',
      whyNotRotated:
        'Links live for hours, and a new value may be stored at any time: {"current": "…", "previous": "…"}.',
    });
    this.approvalChatWebhook =
      configuration.approvals.chat === undefined
        ? {}
        : {
            chat: new EmptySecret(approvals, 'ChatWebhook', {
              ...common,
              name: secretNames.approvalChatWebhook(configuration.stage),
              description: `Incoming webhook of the ${configuration.approvals.chat} channel for approvals; stored by a person: {"url": "https://…"}`,
              whyNotRotated: 'The chat service gives out the address, so only a person can replace it.',
            }),
          };
  }

  /** One secret for each organisation that is configured for this kind of credential. */
  private forOrganisations(kind: CredentialKind, props: DeploymentSecretsProps): SecretsByName {
    const { configuration, ...common } = props;
    const { id, description, whyNotRotated, managedType } = organisationSecretKinds[kind];
    const scope = new Construct(this, id);
    const credentials = configuredCredentials(configuration).filter((credential) => credential.kind === kind);
    return Object.fromEntries(
      credentials.map((credential) => {
        const { organisation } = credential;
        const settings = configuration.organisations[organisation];
        const secret = new EmptySecret(scope, organisation, {
          ...common,
          name: credentialSecretName(configuration.stage, credential),
          description: description(organisation),
          whyNotRotated,
          managedType: settings && managedType?.(settings),
        });
        return [organisation, secret];
      }),
    );
  }
}
