/** What made a call of `fetch` fail, in one word. Its messages may quote the URL; names and codes do not. */
export function failureCode(error: unknown): string {
  const { cause } = error instanceof Error ? error : {};
  if (cause instanceof Error && 'code' in cause && typeof cause.code === 'string') return cause.code;
  return error instanceof Error ? error.name : 'unknown';
}
