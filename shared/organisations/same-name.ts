/** Whether two names are one thing's: letters of either case, and white space around it, are the same. */
export function isSameName(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}
