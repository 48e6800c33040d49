import { RetryLater } from '../../errors/retry-later.ts';
import type { ReadSecret } from '../secret-reader.ts';
import type { SccAccessToken } from './access-token.ts';
import type { RotationPorts } from './rotation-ports.ts';
import { isVersionOf } from './rotation-version.ts';

/**
 * The pending access token of this rotation.
 * @throws RetryLater when there is none, or another rotation's: the rotation has to begin again with `createSecret`
 */
export async function pendingAccessToken(
  clientRequestToken: string,
  ports: Pick<RotationPorts, 'accessToken' | 'organisation'>,
): Promise<ReadSecret<SccAccessToken>> {
  const pending = await ports.accessToken.read('AWSPENDING');
  if (pending && isVersionOf(clientRequestToken, pending.versionId)) return pending;
  throw new RetryLater(
    `Rotation ${clientRequestToken} has no pending access token of organisation ${ports.organisation}: ${
      pending ? `version ${pending.versionId}, of another rotation, is pending` : 'nothing is pending'
    }. Begin it again with createSecret.`,
  );
}
