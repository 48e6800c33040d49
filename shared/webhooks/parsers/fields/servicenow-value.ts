import { isJsonObject } from './field-at.ts';

/** The value of a field of ServiceNow, which may be a text or `{ "value", "display_value" }`. */
export function servicenowValue(field: unknown): unknown {
  return isJsonObject(field) && Object.hasOwn(field, 'value') ? field.value : field;
}

/** The same, but what people are shown where there are both. */
export function servicenowDisplayValue(field: unknown): unknown {
  return isJsonObject(field) && Object.hasOwn(field, 'display_value') ? field.display_value : field;
}
