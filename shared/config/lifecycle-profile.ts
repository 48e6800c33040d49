import { z } from 'zod';
import { firewallManagerRoles } from '../cisco/firewall-manager/roles.ts';

const shownName = z.string().trim().min(1).max(200);

/** A role of Security Cloud Control. Several products have one of the same name. */
export const lifecycleRoleSchema = z.strictObject({
  product: shownName.describe('The product, as the console shows it.'),
  role: shownName.describe('The role, as the console shows it. Several products have one of that name.'),
});

/** What somebody gets who joins: one word for it in a ticket stands for all of this. */
export const lifecycleProfileSchema = z.strictObject({
  adminGroups: z
    .array(shownName)
    .max(50)
    .default([])
    .describe('Admin groups of Security Cloud Control, by name.'),
  roles: z
    .array(lifecycleRoleSchema)
    .max(50)
    .default([])
    .describe('Roles of Security Cloud Control, by product and display name.'),
  firewallManagerRole: z
    .enum(firewallManagerRoles)
    .optional()
    .describe('The role in Firewall Manager. Left out: no account there.'),
  alsoKnownAs: z
    .array(shownName)
    .max(50)
    .default([])
    .describe('What tickets and files call it, a department for one; upper and lower case are the same.'),
});

export type LifecycleProfile = z.infer<typeof lifecycleProfileSchema>;
