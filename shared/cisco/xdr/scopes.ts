/**
 * The scopes that our calls need, for people who read why a call was refused.
 * @see https://developer.cisco.com/docs/cisco-xdr/authentication
 */
export type XdrScope =
  | 'inspect:read'
  | 'enrich/observables/deliberate:read'
  | 'enrich/observables/observe:read'
  | 'enrich/observables/refer:read'
  | 'enrich/observables/reputation:read'
  | 'integration/health:read'
  | 'response/observables:read'
  | 'response/trigger:write'
  | 'private-intel:read'
  | 'private-intel:write'
  | 'private-intel/incident:write';

type Access = 'read' | 'write';

/**
 * The needed scopes that the granted ones do not cover. A scope is `root/sub/…` with `:read` or `:write` behind it:
 * a root covers everything below it, and a scope without access word is both.
 * @see https://github.com/threatgrid/scopula
 */
export function uncoveredScopes(granted: readonly string[], needed: readonly string[]): string[] {
  const given = granted.map(parse);
  return needed.filter((scope) => {
    const { path, accesses } = parse(scope);
    return !accesses.every((access) =>
      given.some((one) => one.accesses.includes(access) && isAtOrAbove(one.path, path)),
    );
  });
}

function parse(scope: string): { path: string[]; accesses: Access[] } {
  const [path = '', access] = scope.split(':');
  const accesses: Access[] = access === 'read' || access === 'write' ? [access] : ['read', 'write'];
  return { path: path.split('/'), accesses };
}

function isAtOrAbove(path: readonly string[], other: readonly string[]): boolean {
  return path.every((part, index) => part === other[index]);
}
