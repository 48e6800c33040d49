import { z } from 'zod';

/** The members of the answer of `GET /subscriptions` that are shown to people. */
export const subscriptionListSchema = z.object({
  organisation: z.object({ name: z.string(), id: z.string() }),
  subscriptions: z.array(
    z.object({
      name: z.string(),
      products: z.array(
        z.object({
          name: z.string(),
          state: z.string(),
          region: z.string().optional(),
          entitlements: z.array(
            z.object({ id: z.string(), quantity: z.number().optional(), isShared: z.boolean() }),
          ),
        }),
      ),
    }),
  ),
});

type ShownSubscriptions = z.infer<typeof subscriptionListSchema>;
type ShownProduct = ShownSubscriptions['subscriptions'][number]['products'][number];

/** What was sold to an organisation, product by product. */
export function describeSubscriptions({ organisation, subscriptions }: ShownSubscriptions): string[] {
  return [
    `${organisation.name} (${organisation.id})`,
    ...(subscriptions.length === 0 ? ['  no subscription'] : []),
    ...subscriptions.flatMap(({ name, products }) => [`  ${name}`, ...products.map(describeProduct)]),
  ];
}

function describeProduct({ name, state, region, entitlements }: ShownProduct): string {
  const rights = entitlements.map(({ id, quantity, isShared }) =>
    [quantity, id, isShared ? '(shared)' : undefined].filter((word) => word !== undefined).join(' '),
  );
  return `    ${[`${name}: ${state}`, region, ...rights].filter((word) => word !== undefined).join(', ')}`;
}
