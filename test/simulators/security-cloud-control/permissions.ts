import type { Role } from './api-keys.ts';

const roleIds = {
  administrator: '27f3a1c0-94d5-4c1b-8a56-0d6f0a4be001',
  member: '27f3a1c0-94d5-4c1b-8a56-0d6f0a4be002',
} as const;

/** What a refresh says about the role of its key. */
export function permissionsOf(role: Role) {
  if (role === 'without-api-access') return [];
  const name = role === 'administrator' ? 'Administrator' : 'Member';
  return [
    {
      roleId: roleIds[role],
      roleName: `Security Cloud Control - ${name}`,
      roleDisplayName: `Organization ${name}`,
      roleType: 'static',
      product: 'Security Cloud Control',
      productKey: 'enterprise',
      productInstanceId: 'enterprise-default-instance',
      applicationScopeIds: [],
    },
  ];
}
