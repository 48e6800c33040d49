/** The wanted scopes that none of the granted covers: `enrich` covers `enrich:read` and `enrich/observables/refer:read`. */
export function missingScopes(granted: readonly string[], wanted: readonly string[]): string[] {
  return wanted.filter((scope) => !granted.some((one) => covers(one, scope)));
}

function covers(granted: string, wanted: string): boolean {
  const [grantedPath = '', grantedAccess] = granted.split(':');
  const [wantedPath = '', wantedAccess] = wanted.split(':');
  const isPathCovered = `${wantedPath}/`.startsWith(`${grantedPath}/`);
  return isPathCovered && (grantedAccess === undefined || grantedAccess === wantedAccess);
}
