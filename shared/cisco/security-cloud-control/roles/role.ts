import { z } from 'zod';
import { type Role, roleIdSchema } from '../../../people/roles.ts';
import { lenientText } from '../lenient-text.ts';

const roleSchema = z.object({
  id: roleIdSchema,
  displayName: lenientText,
  products: z.array(z.object({ name: lenientText, key: lenientText })).catch([]),
});

export const rolesAnswerSchema = z.object({ roles: z.array(roleSchema) });

/** The role as the rest of the project knows roles. */
export function roleOf({ id, displayName, products }: z.infer<typeof roleSchema>): Role {
  return {
    id,
    displayName: displayName ?? id,
    products: products.map(({ name, key }) => name ?? key).filter((product) => product !== undefined),
  };
}
