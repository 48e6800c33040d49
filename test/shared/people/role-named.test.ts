import { describe, expect, it } from 'vitest';
import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';
import { roleNamed } from '#shared/people/role-named.ts';
import { type Role, roleIdSchema } from '#shared/people/roles.ts';

function role(id: string, displayName: string, ...products: string[]): Role {
  return { id: roleIdSchema.parse(id), displayName, products };
}

const roles = [
  role('a', 'Read-only', 'Secure Access'),
  role('b', 'Read-only', 'Firewall'),
  role('c', 'Auditor', 'Firewall', 'Secure Access'),
  role('d', 'Twin', 'Firewall'),
  role('e', 'Twin', 'Firewall'),
];

describe('a role', () => {
  it.each([
    ['Secure Access', 'Read-only', 'a'],
    ['Firewall', 'Read-only', 'b'],
    ['firewall', 'READ-ONLY', 'b'],
    ['Secure Access', 'Auditor', 'c'],
  ])('of %s named %s is found by both together', (product, displayName, id) => {
    expect(roleNamed(roles, { product, displayName }).id).toBe(id);
  });

  it.each([
    [
      'Firewall',
      'Administrator',
      'There is no role Administrator of the product Firewall. The roles of Firewall are "Read-only", "Auditor", "Twin". Correct the name in the profile.',
    ],
    [
      'Duo',
      'Read-only',
      'There is no role Read-only of the product Duo. There is no role of that product at all; the products with roles are "Secure Access", "Firewall". Correct the name in the profile.',
    ],
    [
      'Firewall',
      'Twin',
      'The product Firewall has more than one role named Twin, so the name does not say which. Give one of them another name in the console.',
    ],
  ])('of %s named %s is refused, and it is said what there is', (product, displayName, message) => {
    const find = () => roleNamed(roles, { product, displayName });
    expect(find).toThrow(ConfigurationProblem);
    expect(find).toThrow(message);
  });

  it('cannot be found where there is none', () => {
    expect(() => roleNamed([], { product: 'Duo', displayName: 'Read-only' })).toThrow(
      'the products with roles are none',
    );
  });
});
