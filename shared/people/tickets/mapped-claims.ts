import {
  type LifecycleField,
  type LifecycleMapping,
  lifecycleFields,
} from '../../config/lifecycle-mapping.ts';
import { mappedField } from '../../webhooks/parsers/fields/mapped-field.ts';
import { textOf } from '../../webhooks/parsers/fields/texts-of.ts';
import type { ClaimedChange } from '../lifecycle/claimed-change.ts';

/**
 * What a body tells at the places that a mapping names; nothing is looked for elsewhere for a field that it names.
 * @param usual What is known without the mapping.
 * @throws RefusedInput when an expression does not fit the body.
 */
export function mappedClaims(
  mapping: LifecycleMapping,
  body: unknown,
  usual: ClaimedChange = {},
): ClaimedChange {
  const claims: Partial<Record<LifecycleField, string | undefined>> = { ...usual };
  for (const field of lifecycleFields) {
    const expression = mapping[field];
    if (expression !== undefined) claims[field] = claimedText(mappedField(expression, field, body));
  }
  return claims;
}

/** An object or a list is kept as text that nothing can be read from, so that it is refused instead of overlooked. */
function claimedText(found: unknown): string | undefined {
  if (found === undefined || found === null) return undefined;
  return textOf(found) ?? (typeof found === 'string' ? undefined : JSON.stringify(found));
}
