import { secretNames } from '../aws/secret-names.ts';
import type { OrganisationName, StageName } from '../config/names.ts';
import type { Clock } from '../time/clock.ts';
import type { TokenSource } from './access-token.ts';
import type { SecretReader } from './secret-reader.ts';
import { storedTokenSource } from './stored-token-source.ts';
import type { TokenMinter } from './token-minter.ts';

/** Where a function that works for several organisations gets the access token of each; one source each, for good. */
export function organisationTokenSources(options: {
  stage: StageName;
  secrets: SecretReader;
  minter: TokenMinter;
  clock: Clock;
}): (organisation: OrganisationName) => TokenSource {
  const { stage, ...ports } = options;
  const sources = new Map<OrganisationName, TokenSource>();
  return (organisation) => {
    const known = sources.get(organisation);
    if (known) return known;
    const secretName = secretNames.secureAccessAccessToken(stage, organisation);
    const source = storedTokenSource({ ...ports, organisation, secretName });
    sources.set(organisation, source);
    return source;
  };
}
