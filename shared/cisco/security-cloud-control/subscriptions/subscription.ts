import { z } from 'zod';
import { type Product, type ProductState, productIdSchema } from '../../../organisations/product.ts';
import { subscriptionIdSchema } from '../../../organisations/subscription.ts';
import { lenientText } from '../lenient-text.ts';

const states: ReadonlyMap<string | undefined, ProductState> = new Map([
  ['NEW', 'new'],
  ['IN_PROGRESS', 'in-progress'],
  ['ACTIVATED', 'activated'],
  ['ACTION_REQUIRED', 'action-required'],
  ['ERROR', 'error'],
  ['HIBERNATED', 'hibernated'],
  ['NOT_PROVISIONED', 'not-provisioned'],
  ['DEACTIVATED', 'deactivated'],
]);

const entitlementSchema = z
  .object({
    id: z.string(),
    quantity: z.int().optional().catch(undefined),
    type: lenientText,
  })
  .transform(({ id, quantity, type }) => ({ id, quantity, isShared: type === 'SHARED' }));

const regionSchema = z
  .object({ regionCode: z.string(), regionDescription: lenientText })
  .transform(({ regionCode, regionDescription }) => ({ code: regionCode, description: regionDescription }));

/** The entries of a list that can be read; the documents show some in a form that their own schema does not have. */
function readable<Item>(schema: z.ZodType<Item>) {
  return z
    .array(z.unknown())
    .catch([])
    .transform((items) => items.flatMap((item) => schema.safeParse(item).data ?? []));
}

const productSchema = z
  .object({
    id: productIdSchema,
    name: z.string(),
    status: lenientText,
    regionCode: lenientText,
    entitlements: readable(entitlementSchema),
    allowedRegions: readable(regionSchema),
  })
  .transform(
    ({ status, regionCode, ...product }): Product => ({
      ...product,
      region: regionCode,
      state: states.get(status) ?? 'unknown',
    }),
  );

/** What a claim code would come to: a subscription without an id. */
export const subscriptionPreviewSchema = z.object({ name: z.string(), products: z.array(productSchema) });

/** A subscription as the platform shows it. */
export const subscriptionSchema = subscriptionPreviewSchema.extend({ id: subscriptionIdSchema });
