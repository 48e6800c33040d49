import { jsonWebToken } from '../http/json-web-token.ts';
import { apiTokenClaims } from './api-token-claims.ts';
import type { Cloud } from './cloud.ts';
import type { User } from './users.ts';

/** The users that exist from the start: two for tokens in turn, and a person. */
export const seededUsers = {
  first: {
    uid: '7131daad-1c6b-4c1f-9b8e-0a5d4e3f2a01',
    name: 'rotator-a@acme-local',
    role: 'ROLE_SUPER_ADMIN',
    apiOnlyUser: true,
  },
  second: {
    uid: '7131daad-1c6b-4c1f-9b8e-0a5d4e3f2a02',
    name: 'rotator-b@acme-local',
    role: 'ROLE_SUPER_ADMIN',
    apiOnlyUser: true,
  },
  person: {
    uid: '7131daad-1c6b-4c1f-9b8e-0a5d4e3f2a03',
    name: 'ada@acme.example',
    role: 'ROLE_SUPER_ADMIN',
    apiOnlyUser: false,
  },
} as const satisfies Record<string, User>;

/** What a person would have copied from the console: the token of the first user. The second has none yet. */
export const seededApiToken = jsonWebToken(
  apiTokenClaims(seededUsers.first, 'seeded', { rolesClaim: 'roles' }),
  'local-signature',
);

export function seedUsers(cloud: Cloud): void {
  for (const user of Object.values(seededUsers)) cloud.users.put(user);
  cloud.tokens.issue(seededUsers.first.uid, seededApiToken, cloud.clock.now());
}
