import { expect, it } from 'vitest';
import { userState } from '#shared/cisco/security-cloud-control/users/user-state.ts';

it.each([
  ['STAGED', 'invited'],
  ['PROVISIONED', 'invited'],
  ['PENDING', 'invited'],
  ['ACTIVE', 'active'],
  ['RECOVERY', 'active'],
  ['LOCKED_OUT', 'active'],
  ['PASSWORD_EXPIRED', 'active'],
  ['SUSPENDED', 'disabled'],
  ['DEPROVISIONED', 'disabled'],
  ['DISABLED', 'disabled'],
  ['ENTERPRISE_DISABLED', 'disabled'],
  ['A_WORD_OF_TOMORROW', 'active'],
  ['toString', 'active'],
  [undefined, 'active'],
] as const)('a user with the status %s is %s', (status, state) => {
  expect(userState(status)).toBe(state);
});
