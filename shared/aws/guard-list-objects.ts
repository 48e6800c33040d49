/** Where the bucket of guard lists keeps the list of that name, as it was last fetched. */
export function guardListObjectKey(name: string): string {
  return `guard-lists/${name}.json.gz`;
}
