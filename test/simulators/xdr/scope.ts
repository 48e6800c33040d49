/** The wanted scopes that none of the granted covers: `enrich` covers `enrich:read` and `enrich/observables/refer:read`. */
export function missingScopes(granted: readonly string[], wanted: readonly string[]): string[] {
  return wanted.filter((scope) => !granted.some((one) => covers(one, scope)));
}

/** What both sides have: what a client was made with, as far as its owner may still do it. */
export function commonScopes(made: readonly string[], owned: readonly string[]): string[] {
  const common = made.flatMap((scope) =>
    owned.some((one) => covers(one, scope)) ? [scope] : owned.filter((one) => covers(scope, one)),
  );
  return [...new Set(common)];
}

function covers(granted: string, wanted: string): boolean {
  const [grantedPath = '', grantedAccess] = granted.split(':');
  const [wantedPath = '', wantedAccess] = wanted.split(':');
  const isPathCovered = `${wantedPath}/`.startsWith(`${grantedPath}/`);
  return isPathCovered && (grantedAccess === undefined || grantedAccess === wantedAccess);
}
