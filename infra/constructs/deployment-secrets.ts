import type { RemovalPolicy } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { secretNames } from '#shared/aws/secret-names.ts';
import type { DeploymentConfiguration } from '#shared/config/deployment-configuration.ts';
import { connectionNameSchema, organisationNameSchema } from '#shared/config/names.ts';
import { EmptySecret } from './empty-secret.ts';

/** Every secret of a deployment, by the kind that a function may be allowed to read. */
export class DeploymentSecrets extends Construct {
  /** One for each webhook connection, by the connection's name. */
  readonly connections: Readonly<Record<string, EmptySecret>>;
  /** One for each organisation, by its name. */
  readonly secureAccessApiKeys: Readonly<Record<string, EmptySecret>>;
  /** One for each organisation, by its name. */
  readonly secureAccessAccessTokens: Readonly<Record<string, EmptySecret>>;

  constructor(
    scope: Construct,
    id: string,
    props: { configuration: DeploymentConfiguration; key: IKey; removalPolicy: RemovalPolicy },
  ) {
    super(scope, id);
    const { configuration, ...common } = props;
    const { stage } = configuration;
    const connections = Object.keys(configuration.connections).map((name) =>
      connectionNameSchema.parse(name),
    );
    const organisations = Object.keys(configuration.organisations).map((name) =>
      organisationNameSchema.parse(name),
    );

    const connectionScope = new Construct(this, 'Connections');
    this.connections = Object.fromEntries(
      connections.map((connection) => [
        connection,
        new EmptySecret(connectionScope, connection, {
          ...common,
          name: secretNames.connection(stage, connection),
          description: `What webhook connection ${connection} signs with or presents; stored by a person: {"current": "…"}`,
          whyNotRotated:
            'The sender holds the same secret, so only a person can change both; two are valid at once meanwhile.',
        }),
      ]),
    );

    const apiKeyScope = new Construct(this, 'SecureAccessApiKeys');
    this.secureAccessApiKeys = Object.fromEntries(
      organisations.map((organisation) => [
        organisation,
        new EmptySecret(apiKeyScope, organisation, {
          ...common,
          name: secretNames.secureAccessApiKey(stage, organisation),
          description: `Secure Access API key of ${organisation}; stored by a person: {"key": "…", "secret": "…"}`,
          whyNotRotated:
            'Created by a person in the Secure Access console, valid until the date chosen there.',
        }),
      ]),
    );

    const accessTokenScope = new Construct(this, 'SecureAccessAccessTokens');
    this.secureAccessAccessTokens = Object.fromEntries(
      organisations.map((organisation) => [
        organisation,
        new EmptySecret(accessTokenScope, organisation, {
          ...common,
          name: secretNames.secureAccessAccessToken(stage, organisation),
          description: `Secure Access access token of ${organisation}; stored by mint-secure-access-token`,
          whyNotRotated:
            'Lives one hour: mint-secure-access-token replaces it before it ends, more often than rotation allows.',
        }),
      ]),
    );
  }
}
