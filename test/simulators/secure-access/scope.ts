import { z } from 'zod';

/** What only a KeyAdmin key may be given, and all that it may be given. */
const keyAdminScopes = [
  'admin.apikeys:read',
  'admin.apikeys:create',
  'admin.apikeys:update',
  'admin.apikeys:delete',
  'admin.apikeys:refresh',
] as const;

/**
 * The OAuth scopes that the simulated routes ask for. Note the capital L, which the paths do not have.
 *
 * @see https://developer.cisco.com/docs/cloud-security/secure-access-api-oauth-scopes
 */
const routeScopes = [
  'policies.destinationLists:read',
  'policies.destinationLists:write',
  'policies.destinations:read',
  'policies.destinations:write',
  'policies.rules:read',
  'policies.objects.networkObjectGroups:read',
  'policies.objects.networkObjectGroups:write',
  'policies.objects.networkObjects:read',
  'admin.iam:write',
  'reports.aggregations:read',
  'reports.utilities:read',
  'admin.vpn:read',
  'admin.vpn:write',
  'admin.ztna.certificates:read',
  'admin.ztna.enrollment:write',
  'deployments.roamingcomputers:read',
  'deployments.roamingcomputers:write',
] as const;

/** Scopes of parts that are not simulated, which a key may have all the same. */
const otherScopes = [
  'admin.ztna.users:read',
  'admin.ztna.devices:read',
  'deployments.devices.swg:read',
  'deployments.devices.swg:write',
  'policies.rules:write',
  'policies.objects.networkObjects:write',
  'reports.granularEvents:read',
  'reports.apiusage:read',
] as const;

/** Each stands for all scopes of its kind, those for keys left out. */
const scopeGroups = [
  'admin:read',
  'admin:write',
  'deployments:read',
  'deployments:write',
  'policies:read',
  'policies:write',
  'reports:read',
] as const;

const keyAdminScopeSchema = z.enum(keyAdminScopes);

/** What an ordinary key may be given: single scopes, or a group. */
export const ordinaryScopeSchema = z.enum([...routeScopes, ...otherScopes, ...scopeGroups]);

const grantedScopeSchema = z.enum([...ordinaryScopeSchema.options, ...keyAdminScopes]);

export type GrantedScope = z.infer<typeof grantedScopeSchema>;

/** What any key may be given. A key is either an ordinary one or a KeyAdmin key, never both. */
export const grantedScopesSchema = z
  .array(grantedScopeSchema)
  .readonly()
  .refine((scopes) => isKeyAdmin(scopes) || !scopes.some(isKeyAdminScope), {
    error: `a KeyAdmin key has no other scopes than ${keyAdminScopes.join(', ')}`,
  });

export type Scope = (typeof routeScopes | typeof keyAdminScopes)[number];

/** Whether these are the scopes of a KeyAdmin key, which no ordinary route accepts. */
export function isKeyAdmin(scopes: readonly GrantedScope[]): boolean {
  return scopes.length > 0 && scopes.every(isKeyAdminScope);
}

/** Whether a key with these scopes may do what needs `wanted`. */
export function grants(granted: readonly GrantedScope[], wanted: Scope): boolean {
  return granted.some((scope) => scope === wanted || scope === groupOf(wanted));
}

function isKeyAdminScope(scope: GrantedScope): boolean {
  return keyAdminScopeSchema.safeParse(scope).success;
}

function groupOf(scope: Scope): string | undefined {
  return isKeyAdminScope(scope) ? undefined : scope.replace(/\..*:/, ':');
}
