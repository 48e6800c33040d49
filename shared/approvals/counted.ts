/** A number with its noun, thousands apart: `1 identity`, `12,000 identities`. */
export function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;
}
