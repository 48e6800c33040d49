import type { Roles } from '../people/roles.ts';
import { uuidOf } from '../people/uuid-of.ts';
import type { Settings } from '../settings.ts';
import { type HeldProduct, statusOf } from './products.ts';

/** A product that is set up brings its roles with it; two are enough here. */
export function bringRoles(
  products: readonly HeldProduct[],
  roles: Roles,
  { now, settings }: { readonly now: Date; readonly settings: Settings },
): void {
  for (const product of products) {
    const status = statusOf(product, now, settings);
    if (status !== 'ACTIVATED' && status !== 'ACTION_REQUIRED') continue;
    const { name } = product;
    for (const displayName of ['Full Admin', 'Read-only']) {
      const id = uuidOf(`${name}/${displayName}`);
      if (roles.find(id)) continue;
      const key = name.toLowerCase().replaceAll(' ', '-');
      roles.put({
        id,
        displayName,
        type: 'STATIC',
        products: [{ key, name }],
        userIds: new Set(),
        groupIds: new Set(),
      });
    }
  }
}
