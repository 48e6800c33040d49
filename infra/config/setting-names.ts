import { z } from 'zod';
import { deploymentJsonSchema } from './deployment-json-schema.ts';

/** The members of a JSON Schema that lead to what may stand inside an object. */
const objectSchema = z.object({
  properties: z.record(z.string(), z.unknown()).optional(),
  additionalProperties: z.unknown().optional(),
  anyOf: z.array(z.unknown()).default([]),
  oneOf: z.array(z.unknown()).default([]),
});
type ObjectSchema = z.infer<typeof objectSchema>;

/** A JSON Schema that allows a few values only. */
const choiceSchema = z.union([
  z.object({ const: z.unknown() }).transform((schema) => [schema.const]),
  z.object({ enum: z.array(z.unknown()) }).transform((schema) => schema.enum),
]);

/**
 * The settings that the schema knows at `path`, in the order in which it declares them.
 * @param present what stands there: of several forms, only those count that allow its choices, such as its `scheme`
 */
export function settingNames(
  path: readonly PropertyKey[],
  present: Readonly<Record<string, unknown>> = {},
): string[] {
  let forms = formsOf(deploymentJsonSchema);
  for (const step of path) {
    forms = forms.flatMap(({ properties, additionalProperties }) =>
      formsOf(properties?.[String(step)] ?? additionalProperties),
    );
  }
  const names = forms
    .filter((form) => allowsChoices(form, present))
    .flatMap(({ properties = {} }) => Object.keys(properties));
  return [...new Set(names)];
}

/** A schema itself and every alternative in it. */
function formsOf(schema: unknown): ObjectSchema[] {
  const form = objectSchema.safeParse(schema).data;
  return form ? [form, ...[...form.anyOf, ...form.oneOf].flatMap(formsOf)] : [];
}

function allowsChoices(
  { properties = {} }: ObjectSchema,
  present: Readonly<Record<string, unknown>>,
): boolean {
  return Object.entries(properties).every(([name, schema]) => {
    const choices = choiceSchema.safeParse(schema).data;
    return choices === undefined || !(name in present) || choices.includes(present[name]);
  });
}
