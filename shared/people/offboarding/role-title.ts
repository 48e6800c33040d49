import type { Role } from '../roles.ts';

/** A role with its products, since several have one of the same name: `Read-only (Firewall)`. */
export function roleTitle({ displayName, products }: Role): string {
  return products.length > 0 ? `${displayName} (${products.join(', ')})` : displayName;
}
