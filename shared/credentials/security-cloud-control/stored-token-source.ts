import { secretNames } from '../../aws/secret-names.ts';
import type { OrganisationName, StageName } from '../../config/names.ts';
import type { Clock } from '../../time/clock.ts';
import type { Sleep } from '../../time/sleep.ts';
import type { TokenSource } from '../access-token.ts';
import type { SecretReader } from '../secret-reader.ts';
import { storedTokenSource } from '../stored-token-source.ts';
import { rotatedTokenMinter } from './rotated-token-minter.ts';
import type { TokenRotations } from './token-rotations.ts';

/**
 * The access token of Security Cloud Control as its rotation has stored it. A token that is refused is read again, and
 * if it is still the same, a rotation is asked for, once.
 */
export function storedSccTokenSource(options: {
  stage: StageName;
  organisation: OrganisationName;
  secrets: SecretReader;
  rotations: TokenRotations;
  clock: Clock;
  sleep: Sleep;
}): TokenSource {
  const { stage, organisation } = options;
  const secretName = secretNames.sccAccessToken(stage, organisation);
  return storedTokenSource({
    ...options,
    secretName,
    minter: rotatedTokenMinter({ ...options, secretName }),
  });
}
