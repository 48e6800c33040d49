import type { AuthenticationSettings } from '../../config/authentication.ts';
import type { LifecycleSource } from '../../config/lifecycle-source.ts';
import { type LifecycleSourceName, lifecycleSourceNameSchema } from '../../config/names.ts';
import type { PeopleSettings } from '../../config/people.ts';
import { RefusedRequest } from '../../lambda/refused-request.ts';

/** A source that may be heard over HTTP. */
export interface ReachableSource {
  readonly name: LifecycleSourceName;
  readonly source: LifecycleSource;
  readonly authentication: AuthenticationSettings;
}

/**
 * The source that an address names.
 * @throws RefusedRequest (`not-found`) when there is none, or when it has no address of its own.
 */
export function findSource(address: string, { sources }: Pick<PeopleSettings, 'sources'>): ReachableSource {
  const name = lifecycleSourceNameSchema.safeParse(address).data;
  const source = name !== undefined && Object.hasOwn(sources, name) ? sources[name] : undefined;
  if (name === undefined || source?.authentication === undefined) {
    throw new RefusedRequest(
      'not-found',
      'No source of changes to people is heard under this name. The address is /people-sources/ and the name of a source whose "authentication" is configured.',
    );
  }
  return { name, source, authentication: source.authentication };
}
