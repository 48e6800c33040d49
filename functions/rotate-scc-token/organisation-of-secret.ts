import { secretNames } from '#shared/aws/secret-names.ts';
import { type OrganisationName, organisationNameSchema, type StageName } from '#shared/config/names.ts';
import type { Organisation } from '#shared/config/organisation.ts';
import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';

/** Secrets Manager ends an ARN with a hyphen and six characters of its own. */
const arnEnding = /-[A-Za-z0-9]{6}$/;

/** An organisation with Security Cloud Control, and how it is configured. */
export interface RotatedOrganisation {
  readonly name: OrganisationName;
  readonly settings: NonNullable<Organisation['securityCloudControl']>;
}

/**
 * Which organisation an access-token secret belongs to.
 * @param secretId ARN or name of the secret
 * @throws ConfigurationProblem when it belongs to no organisation with Security Cloud Control
 * @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/troubleshoot.html#ARN_secretnamehyphen
 */
export function organisationOfSecret(
  secretId: string,
  stage: StageName,
  organisations: Readonly<Record<string, Organisation>>,
): RotatedOrganisation {
  const rotated = Object.entries(organisations).flatMap(([name, { securityCloudControl: settings }]) =>
    settings ? [{ name: organisationNameSchema.parse(name), settings }] : [],
  );
  const asked = secretId.split(':secret:').at(-1) ?? secretId;
  const found = rotated.find(({ name }) => {
    const secretName = secretNames.sccAccessToken(stage, name);
    return asked === secretName || (arnEnding.test(asked) && asked.replace(arnEnding, '') === secretName);
  });
  if (found) return found;
  const known = rotated.map(({ name }) => secretNames.sccAccessToken(stage, name)).join(', ');
  throw new ConfigurationProblem(
    `${secretId} is not the Security Cloud Control access token of a configured organisation. This function rotates ${known || 'nothing, since no organisation has securityCloudControl'}. Take the rotation away from that secret, or deploy with the organisation in the configuration.`,
  );
}
