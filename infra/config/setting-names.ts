import { z } from 'zod';
import { deploymentJsonSchema } from './deployment-json-schema.ts';

/** The members of a JSON Schema that lead to what may stand inside an object. */
const objectSchema = z.object({
  properties: z.record(z.string(), z.unknown()).optional(),
  additionalProperties: z.unknown().optional(),
  anyOf: z.array(z.unknown()).default([]),
  oneOf: z.array(z.unknown()).default([]),
});

/** The settings that the schema knows at `path`, in the order in which it declares them; of every form, if there are several. */
export function settingNames(path: readonly PropertyKey[]): string[] {
  let forms = formsOf(deploymentJsonSchema);
  for (const step of path) {
    forms = forms.flatMap(({ properties, additionalProperties }) =>
      formsOf(properties?.[String(step)] ?? additionalProperties ?? {}),
    );
  }
  return [...new Set(forms.flatMap(({ properties = {} }) => Object.keys(properties)))];
}

/** A schema itself and every alternative in it. */
function formsOf(schema: unknown): z.infer<typeof objectSchema>[] {
  const form = objectSchema.safeParse(schema).data;
  return form ? [form, ...[...form.anyOf, ...form.oneOf].flatMap(formsOf)] : [];
}
