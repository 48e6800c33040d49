import type { Organisation } from '../organisation.ts';

/** As long as a name in the configuration may be. */
const longestName = 39;

/** An entry of `organisations` in the configuration, by its key there. */
export type ConfigurationEntry = Readonly<
  Record<
    string,
    {
      readonly secureAccess: { readonly edition: 'global' };
      readonly securityCloudControl: { readonly organizationId: string };
    }
  >
>;

/**
 * What a person adds to the configuration so that blocks reach an organisation.
 * @param taken keys that are there already
 */
export function configurationEntry(
  { id, name }: Pick<Organisation, 'id' | 'name'>,
  taken: readonly string[],
): ConfigurationEntry {
  return {
    [freeKey(keyOf(name), taken)]: {
      secureAccess: { edition: 'global' },
      securityCloudControl: { organizationId: id },
    },
  };
}

/** `Müller & Söhne AG` becomes `muller-sohne-ag`. */
function keyOf(name: string): string {
  const words = name
    .normalize('NFD')
    .replaceAll(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '');
  return trimmed(words) || 'organisation';
}

function freeKey(key: string, taken: readonly string[]): string {
  if (!taken.includes(key)) return key;
  for (let number = 2; ; number++) {
    const ending = `-${number}`;
    const other = `${trimmed(key, longestName - ending.length)}${ending}`;
    if (!taken.includes(other)) return other;
  }
}

function trimmed(text: string, length = longestName): string {
  return text.slice(0, length).replace(/-+$/, '');
}
