/** Only the members that have a value. */
export function present<T extends object>(members: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const having = Object.entries(members).filter(([, value]) => value !== undefined);
  // Object.fromEntries forgets the keys' names; they are those of T, less the undefined ones.
  return Object.fromEntries(having) as { [K in keyof T]?: Exclude<T[K], undefined> };
}
