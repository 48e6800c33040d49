import { z } from 'zod';

/**
 * The OAuth scopes that the simulated routes ask for. Note the capital L, which the paths do not have.
 *
 * @see https://developer.cisco.com/docs/cloud-security/secure-access-api-oauth-scopes
 */
export const scopes = [
  'policies.destinationLists:read',
  'policies.destinationLists:write',
  'policies.destinations:read',
  'policies.destinations:write',
  'policies.rules:read',
] as const;

export type Scope = (typeof scopes)[number];

/** What a key may be given: single scopes, or a group that stands for all of its kind. */
export const grantedScopeSchema = z.enum([...scopes, 'policies:read', 'policies:write']);

export type GrantedScope = z.infer<typeof grantedScopeSchema>;

/** Whether a key with these scopes may do what needs `wanted`. */
export function grants(granted: readonly GrantedScope[], wanted: Scope): boolean {
  return granted.some((scope) => scope === wanted || scope === groupOf(wanted));
}

function groupOf(scope: Scope): GrantedScope {
  return scope.endsWith(':read') ? 'policies:read' : 'policies:write';
}
