import { z } from 'zod';
import { emailAddressSchema } from '../people/email-address.ts';
import { claimCodeNameSchema } from './claim-code.ts';
import { organisationRegions } from './organisation.ts';
import { type ProductRegion, productRegions } from './product.ts';
import { isSameName } from './same-name.ts';

const shownName = z.string().trim().min(1).max(200);

const organisationRegionSchema = z.enum(organisationRegions, {
  error: `a region of organisations: ${organisationRegions.join(', ')}; products have regions of their own, such as EMEA`,
});

const productRegionSchema = z.enum(productRegions, {
  error: `a region of products: ${productRegions.join(', ')}; organisations have regions of their own, such as EU`,
});

/** A product that an organisation is to have, or to have no longer. */
export type WantedProduct =
  | { readonly product: string; readonly wanted: 'activated'; readonly region: ProductRegion }
  | { readonly product: string; readonly wanted: 'deactivated' };

const wantedProductSchema = z
  .strictObject({
    product: shownName.describe('The product, as the console shows it.'),
    region: productRegionSchema
      .optional()
      .describe('Where its tenant is made, unless it is to be deactivated. It cannot be moved later.'),
    wanted: z.enum(['activated', 'deactivated']).default('activated'),
  })
  .transform(({ product, region, wanted }, context): WantedProduct => {
    if (wanted === 'deactivated') return { product, wanted };
    if (region !== undefined) return { product, wanted, region };
    context.addIssue({
      code: 'custom',
      path: ['region'],
      message: `is missing: one of ${productRegions.join(', ')}`,
      input: region,
    });
    return z.NEVER;
  });

const sharedEntitlementSchema = z.strictObject({
  subscription: shownName.describe("The manager's subscription, by its name."),
  entitlement: shownName.describe('By its id, such as XDR-ADV.'),
  quantity: z.int().min(1).describe('How much the organisation is to have in all.'),
});

const adminGroupSchema = z.strictObject({
  name: shownName,
  description: z.string().trim().max(500).optional(),
  roles: z
    .array(
      z.strictObject({
        product: shownName.describe('The product, as the console shows it.'),
        role: shownName.describe('The role, as the console shows it.'),
      }),
    )
    .max(50)
    .default([])
    .describe('What its members may do.'),
});

const administratorSchema = z.strictObject({
  email: emailAddressSchema,
  name: z.strictObject({ given: shownName, family: shownName }).describe('For the invitation.'),
  adminGroups: z.array(shownName).max(50).default([]).describe('Groups of this request, by name.'),
});

/** What a new customer or subsidiary is to have. Whatever of it is there already stays as it is. */
export const organisationRequestMembers = {
  name: shownName.describe('The name of the organisation: by it, one that is there is found.'),
  region: organisationRegionSchema.describe('Where the organisation is. It cannot be moved later.'),
  claimCode: claimCodeNameSchema
    .optional()
    .describe('The name of the stored claim code of its subscription. The code itself is a secret.'),
  products: z.array(wantedProductSchema).max(50).default([]),
  sharedEntitlements: z
    .array(sharedEntitlementSchema)
    .max(50)
    .default([])
    .describe("What it gets of the manager's own subscriptions."),
  adminGroups: z.array(adminGroupSchema).max(50).default([]),
  administrators: z.array(administratorSchema).max(50).default([]).describe('Who is invited first.'),
};

const organisationRequestObject = z.strictObject(organisationRequestMembers);

export type OrganisationRequest = z.infer<typeof organisationRequestObject>;
export type WantedGroup = OrganisationRequest['adminGroups'][number];
export type WantedAdministrator = OrganisationRequest['administrators'][number];

/** Adds an issue for everything that is named twice, and for groups that administrators are in and nobody makes. */
export function checkNames(
  { products, adminGroups, administrators }: OrganisationRequest,
  context: z.RefinementCtx,
): void {
  const repeated = (path: string, names: readonly string[]) => {
    for (const [index, name] of names.entries()) {
      if (names.findIndex((other) => isSameName(other, name)) === index) continue;
      context.addIssue({ code: 'custom', path: [path, index], input: name, message: 'is named twice' });
    }
  };
  repeated(
    'products',
    products.map(({ product }) => product),
  );
  repeated(
    'adminGroups',
    adminGroups.map(({ name }) => name),
  );
  repeated(
    'administrators',
    administrators.map(({ email }) => email),
  );
  for (const [index, administrator] of administrators.entries()) {
    for (const [place, group] of administrator.adminGroups.entries()) {
      if (adminGroups.some(({ name }) => isSameName(name, group))) continue;
      context.addIssue({
        code: 'custom',
        path: ['administrators', index, 'adminGroups', place],
        input: group,
        message: `is none of the request's adminGroups: ${adminGroups.map(({ name }) => name).join(', ') || '(there are none)'}`,
      });
    }
  }
}

/** A request by itself, as an API call or a ticket comes to it. */
export const organisationRequestSchema = organisationRequestObject.superRefine(checkNames);
