/** One JSON object, its values unknown. */
export type JsonObject = Readonly<Record<string, unknown>>;

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The longest path that anybody configures; more labels than this are not looked at. */
const mostLabels = 12;

/**
 * Every value at a dotted path. A path leads through arrays, and finds names that are dotted themselves:
 * `threat.indicator.ip` is found in `{"threat":{"indicator":[{"ip":…}]}}` and in `{"threat.indicator.ip":…}`.
 * Only an object's own members count, never what every object inherits.
 */
export function fieldsAt(value: unknown, path: string): readonly unknown[] {
  const labels = path.split('.');
  return labels.length > mostLabels ? [] : walk(value, labels);
}

/** The first value at a dotted path. */
export function fieldAt(value: unknown, path: string): unknown {
  return fieldsAt(value, path)[0];
}

function walk(value: unknown, labels: readonly string[]): readonly unknown[] {
  if (labels.length === 0) return [value];
  if (Array.isArray(value)) return value.flatMap((element) => walk(element, labels));
  if (!isJsonObject(value)) return [];
  return labels.flatMap((_, index) => {
    const name = labels.slice(0, index + 1).join('.');
    return Object.hasOwn(value, name) ? walk(value[name], labels.slice(index + 1)) : [];
  });
}
