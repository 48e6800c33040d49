import type { OrganisationName, StageName } from '../../config/names.ts';
import type { Clock } from '../../time/clock.ts';
import type { Sleep } from '../../time/sleep.ts';
import type { TokenSource } from '../access-token.ts';
import type { SecretReader } from '../secret-reader.ts';
import { storedSccTokenSource } from './stored-token-source.ts';
import type { TokenRotations } from './token-rotations.ts';

/** The access tokens of Security Cloud Control of several organisations; one source each, for good. */
export function organisationSccTokenSources(options: {
  stage: StageName;
  secrets: SecretReader;
  rotations: TokenRotations;
  clock: Clock;
  sleep: Sleep;
}): (organisation: OrganisationName) => TokenSource {
  const sources = new Map<OrganisationName, TokenSource>();
  return (organisation) => {
    const source = sources.get(organisation) ?? storedSccTokenSource({ ...options, organisation });
    sources.set(organisation, source);
    return source;
  };
}
