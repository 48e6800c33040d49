import { type Group, Groups } from './groups.ts';
import { newUser } from './new-user.ts';
import type { People } from './people.ts';
import { type Role, Roles } from './roles.ts';
import { Users } from './users.ts';

/** The people who exist from the start: in one state each. */
export const seededPeople = {
  administrator: { email: 'ada@acme.example', firstName: 'Ada', lastName: 'Byron' },
  member: { email: 'Bob.Moss@acme.example', firstName: 'Bob', lastName: 'Moss' },
  invited: { email: 'cy@acme.example', firstName: 'Cy', lastName: 'Lane' },
  disabled: { email: 'dee@acme.example', firstName: 'Dee', lastName: 'Hill' },
} as const;

/** The groups that exist from the start, one of each kind, beside that of the disabled users. */
export const seededGroups = {
  analysts: { id: 'e980e881-b61f-41f0-a9b4-06fbd2118f01', name: 'SOC analysts', type: 'Local' },
  engineers: { id: 'e980e881-b61f-41f0-a9b4-06fbd2118f02', name: 'Firewall engineers', type: 'Local' },
  federated: { id: 'e980e881-b61f-41f0-a9b4-06fbd2118f03', name: 'Everybody at Acme', type: 'Federated' },
} as const satisfies Record<string, Omit<Group, 'userIds'>>;

const platform = { key: 'enterprise', name: 'Security Cloud Control' };
const secureAccess = { key: 'secure-access', name: 'Secure Access' };

/** The roles that exist from the start. Two products have one of the same display name. */
export const seededRoles = {
  organisationAdministrator: {
    id: '27f3a1c0-94d5-4c1b-8a56-0d6f0a4be001',
    displayName: 'Organization Administrator',
    type: 'STATIC',
    products: [platform],
  },
  organisationMember: {
    id: '27f3a1c0-94d5-4c1b-8a56-0d6f0a4be002',
    displayName: 'Organization Member',
    type: 'STATIC',
    products: [platform],
  },
  secureAccessReadOnly: {
    id: '27f3a1c0-94d5-4c1b-8a56-0d6f0a4be003',
    displayName: 'Read-only',
    type: 'STATIC',
    products: [secureAccess],
  },
  firewallReadOnly: {
    id: '27f3a1c0-94d5-4c1b-8a56-0d6f0a4be004',
    displayName: 'Read-only',
    type: 'STATIC',
    products: [{ key: 'firewall', name: 'Firewall' }],
  },
  blocker: {
    id: '27f3a1c0-94d5-4c1b-8a56-0d6f0a4be005',
    displayName: 'Blocks and reads',
    type: 'CUSTOM',
    products: [secureAccess],
  },
} as const satisfies Record<string, Omit<Role, 'userIds' | 'groupIds'>>;

/** Users, groups and roles of an organisation that was just made: the platform's own roles and nothing else. */
export function seedManagedPeople() {
  const roles = new Roles();
  for (const role of [seededRoles.organisationAdministrator, seededRoles.organisationMember]) {
    roles.put({ ...role, userIds: new Set(), groupIds: new Set() });
  }
  return { users: new Users(), groups: new Groups(), roles };
}

/** The member is in two groups and has two roles; a third comes with a group. */
export function seedPeople({ users, groups, roles, clock }: People): void {
  const now = clock.now();
  const administrator = newUser(seededPeople.administrator, now, { status: 'ACTIVE' });
  const member = newUser(seededPeople.member, now, { status: 'ACTIVE' });
  const invited = newUser(seededPeople.invited, now, { invitationsSent: 1 });
  const disabled = newUser(seededPeople.disabled, now, { status: 'ENTERPRISE_DISABLED' });
  for (const user of [administrator, member, invited, disabled]) users.put(user);

  const { analysts, engineers, federated } = seededGroups;
  groups.put({ ...analysts, userIds: new Set([member.id]) });
  groups.put({ ...engineers, userIds: new Set() });
  groups.put({ ...federated, userIds: new Set([administrator.id, member.id]) });

  const { organisationAdministrator, organisationMember, secureAccessReadOnly, firewallReadOnly, blocker } =
    seededRoles;
  const nobody = new Set<string>();
  roles.put({ ...organisationAdministrator, userIds: new Set([administrator.id]), groupIds: nobody });
  roles.put({ ...organisationMember, userIds: new Set([member.id]), groupIds: nobody });
  roles.put({ ...secureAccessReadOnly, userIds: new Set([member.id]), groupIds: nobody });
  roles.put({ ...firewallReadOnly, userIds: nobody, groupIds: new Set([engineers.id]) });
  roles.put({ ...blocker, userIds: nobody, groupIds: new Set([analysts.id]) });
}
