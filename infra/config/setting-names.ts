import { z } from 'zod';
import { deploymentJsonSchema } from './deployment-json-schema.ts';

/** The two members of a JSON Schema that lead to what may stand inside an object. */
const objectSchema = z.object({
  properties: z.record(z.string(), z.unknown()).optional(),
  additionalProperties: z.unknown().optional(),
});

/** The settings that the schema knows at `path`, in the order in which it declares them. */
export function settingNames(path: readonly PropertyKey[]): string[] {
  let schema: unknown = deploymentJsonSchema;
  for (const step of path) {
    const { properties, additionalProperties } = objectSchema.parse(schema);
    schema = properties?.[String(step)] ?? additionalProperties;
  }
  return Object.keys(objectSchema.parse(schema).properties ?? {});
}
