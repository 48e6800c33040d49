import { sccPlatformUrl } from '../../cisco/security-cloud-control/platform-url.ts';
import { readOrganization } from '../../cisco/security-cloud-control/read-organization.ts';
import type { DeploymentConfiguration } from '../../config/deployment-configuration.ts';
import type { OrganisationName } from '../../config/names.ts';
import type { Organisation } from '../../config/organisation.ts';
import { ConfigurationProblem } from '../../errors/configuration-problem.ts';
import type { Clock } from '../../time/clock.ts';
import { type SccAccessToken, sccAccessTokenSchema } from '../security-cloud-control/access-token.ts';
import type { CredentialId } from './credential-id.ts';
import type { CredentialObservation, Proof } from './credential-observation.ts';
import { credentialSecretName } from './credential-secret-name.ts';
import type { HealthPorts } from './health-ports.ts';
import { proofOf } from './proof-from-error.ts';
import { commonObjectsGroupsOf, commonObjectsWrite, proveCommonObjects } from './prove-common-objects.ts';

/** Rotated every 12 hours, with retries: an access token older than this means that rotations fail. */
const oldestAccessTokenHours = 14;

/**
 * Looks at the key and the access token of Security Cloud Control: the token by reading the organisation with it, and
 * the common objects where there are groups among them; the key by what it last gave, since trying a refresh token can
 * end its life.
 */
export async function observeSecurityCloudControl(
  name: OrganisationName,
  settings: NonNullable<Organisation['securityCloudControl']>,
  configuration: Pick<DeploymentConfiguration, 'networkGroups'>,
  ports: HealthPorts,
): Promise<CredentialObservation[]> {
  const key: CredentialId = { organisation: name, kind: 'scc-api-key' };
  const token: CredentialId = { organisation: name, kind: 'scc-access-token' };
  const stored = await readToken(credentialSecretName(ports.stage, token), ports);
  if (!stored) {
    const message = `rotate-scc-token has stored no access token yet. Store the API key if that was not done, then: npm run cli -- credentials rotate ${name}/scc-access-token`;
    const proof: Proof = { kind: 'fails', message };
    return [
      { credential: key, proof },
      { credential: token, proof },
    ];
  }
  const place = { organizationId: settings.organizationId, apiBaseUrl: sccPlatformUrl(settings) };
  const groups = commonObjectsGroupsOf(name, configuration);
  const { accessToken, mintedAt, expiresAt, refreshTokenExpiresAt } = stored;
  return [
    {
      credential: key,
      proof: proofOfKey(stored, ports.clock),
      ...(refreshTokenExpiresAt && { expiresAt: new Date(refreshTokenExpiresAt) }),
    },
    {
      credential: token,
      proof: await proofOf(async () => {
        await readOrganization(ports.http, place, accessToken, name);
        const token = { accessToken, expiresAt: new Date(expiresAt), versionId: '' };
        await proveCommonObjects(name, groups, { http: ports.http, token, settings });
      }),
      createdAt: new Date(mintedAt),
      expiresAt: new Date(expiresAt),
      ...(groups.length > 0 && { unprovedScopes: [commonObjectsWrite] }),
    },
  ];
}

function proofOfKey({ mintedAt }: SccAccessToken, clock: Clock): Proof {
  const ageHours = (clock.now().getTime() - Date.parse(mintedAt)) / 3_600_000;
  if (ageHours <= oldestAccessTokenHours) return { kind: 'works' };
  return {
    kind: 'fails',
    message: `it has given no access token for ${Math.floor(ageHours)} hours, although one is due every 12. The log of rotate-scc-token says why.`,
  };
}

async function readToken(secretName: string, { secrets }: HealthPorts): Promise<SccAccessToken | undefined> {
  try {
    return (await secrets.read(secretName, sccAccessTokenSchema)).value;
  } catch (error) {
    if (error instanceof ConfigurationProblem) return undefined;
    throw error;
  }
}
