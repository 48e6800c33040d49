import { z } from 'zod';
import { isJsonObject } from '../../webhooks/parsers/fields/field-at.ts';
import { softField } from '../../webhooks/parsers/fields/soft-field.ts';
import { textOf } from '../../webhooks/parsers/fields/texts-of.ts';

/** @see https://www.rfc-editor.org/rfc/rfc7643#section-4.1 */
export const userSchemaUrn = 'urn:ietf:params:scim:schemas:core:2.0:User';
/** As it stands among names in lower case. */
const enterpriseUserUrn = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:user';
const patchUrn = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

/**
 * The same JSON with all names in lower case: names of attributes mean the same in any case.
 * @see https://www.rfc-editor.org/rfc/rfc7643#section-2.1
 */
export function withPlainNames(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(withPlainNames);
  if (!isJsonObject(json)) return json;
  return Object.fromEntries(
    Object.entries(json).map(([name, value]) => [name.toLowerCase(), withPlainNames(value)]),
  );
}

/** A message must say of what kind it is. */
const declaring = (urn: string) =>
  z.array(z.string()).refine((schemas) => schemas.some((one) => one.toLowerCase() === urn.toLowerCase()), {
    error: `expected ${urn}`,
  });

const text = softField(textOf);

/** Some identity providers write `"False"`. */
export const activeSchema = z.union([
  z.boolean(),
  z
    .string()
    .regex(/^(?:true|false)$/i)
    .transform((word) => word.toLowerCase() === 'true'),
]);

const emailSchema = z.object({ value: text, type: text, primary: activeSchema.optional().catch(undefined) });

/** A user, of which only is kept what counts here; a password is not. */
export const scimUserSchema = z.object({
  schemas: declaring(userSchemaUrn),
  username: text,
  externalid: text,
  displayname: text,
  name: z.object({ givenname: text, familyname: text, formatted: text }).optional().catch(undefined),
  emails: z.array(emailSchema).default([]).catch([]),
  active: activeSchema.default(true),
  [enterpriseUserUrn]: z.object({ employeenumber: text }).optional().catch(undefined),
});

export type ScimUser = z.infer<typeof scimUserSchema>;

/** The number at the personnel department. */
export function employeeNumberOf(user: ScimUser): string | undefined {
  return user[enterpriseUserUrn]?.employeenumber;
}

/** @see https://www.rfc-editor.org/rfc/rfc7644#section-3.5.2 */
export const scimPatchSchema = z.object({
  schemas: declaring(patchUrn),
  operations: z
    .array(
      z.object({
        op: z.string().transform((op) => op.toLowerCase()),
        path: z
          .string()
          .transform((path) => path.toLowerCase())
          .optional(),
        value: z.unknown().optional(),
      }),
    )
    .min(1),
});

export type ScimPatch = z.infer<typeof scimPatchSchema>;
