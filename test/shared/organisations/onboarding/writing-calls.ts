/** Those of a platform's calls that write, with ids left out. */
export function writingCalls(calls: readonly string[]): string[] {
  return calls.filter((call) => !call.startsWith('GET')).map((call) => call.replace(/[0-9a-f-]{36}/, '{id}'));
}
