/** Names by whom they belong to, separated by white space: a form in which a long list can be read and kept. */
export type NamesByOwner = Readonly<Record<string, string>>;

export function namesOf(names: NamesByOwner): string[] {
  return Object.values(names).flatMap((ofOwner) => ofOwner.split(/\s+/).filter((name) => name !== ''));
}
