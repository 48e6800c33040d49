import { isJsonObject } from '../../webhooks/parsers/fields/field-at.ts';
import { activeSchema, type ScimPatch, userSchemaUrn } from './scim-body.ts';

/** Names are compared in lower case; an attribute may have its schema before it. */
const attributePrefix = `${userSchemaUrn.toLowerCase()}:`;

/**
 * What a patch makes of the attribute `active`: true, false, untouched, or something that is neither.
 * Of several operations the last counts, as they are carried out in order.
 */
export function patchedActive({ operations }: ScimPatch): boolean | 'untouched' | 'unclear' {
  let active: boolean | 'untouched' | 'unclear' = 'untouched';
  for (const { op, path, value } of operations) {
    const target = path?.startsWith(attributePrefix) ? path.slice(attributePrefix.length) : path;
    const touched = target === undefined ? activeIn(value) : target === 'active' ? { value } : undefined;
    if (!touched) continue;
    const isSet = op === 'replace' || op === 'add';
    active = isSet ? (activeSchema.safeParse(touched.value).data ?? 'unclear') : 'unclear';
  }
  return active;
}

/** An operation without a path sets several attributes at once. */
function activeIn(attributes: unknown): { readonly value: unknown } | undefined {
  if (!isJsonObject(attributes)) return undefined;
  const name = ['active', `${attributePrefix}active`].find((one) => Object.hasOwn(attributes, one));
  return name === undefined ? undefined : { value: attributes[name] };
}
