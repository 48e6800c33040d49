import { ConfigurationProblem } from '../errors/configuration-problem.ts';
import type { Role } from './roles.ts';

/** How a configuration names a role: as the console shows it. */
export interface RoleName {
  readonly product: string;
  readonly displayName: string;
}

/**
 * The one role of that product with that display name; letters of either case are the same.
 * @param writtenIn where a person corrects the name
 * @throws ConfigurationProblem when there is none, or more than one
 */
export function roleNamed(
  roles: readonly Role[],
  { product, displayName }: RoleName,
  writtenIn = 'the profile',
): Role {
  const isSame = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();
  const ofProduct = roles.filter((role) => role.products.some((name) => isSame(name, product)));
  const [found, another] = ofProduct.filter((role) => isSame(role.displayName, displayName));
  if (found && !another) return found;
  if (found) {
    throw new ConfigurationProblem(
      `The product ${product} has more than one role named ${displayName}, so the name does not say which. Give one of them another name in the console.`,
    );
  }
  const names =
    ofProduct.length > 0
      ? `The roles of ${product} are ${quoted(ofProduct.map((role) => role.displayName))}`
      : `There is no role of that product at all; the products with roles are ${quoted(roles.flatMap((role) => role.products))}`;
  throw new ConfigurationProblem(
    `There is no role ${displayName} of the product ${product}. ${names}. Correct the name in ${writtenIn}.`,
  );
}

function quoted(names: readonly string[]): string {
  return [...new Set(names)].map((name) => `"${name}"`).join(', ') || 'none';
}
