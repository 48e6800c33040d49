/** Before this, a number of seconds is no time of an alert but a mistake; after the last, of no use. */
const earliest = Date.UTC(1990, 0);
const latest = Date.UTC(2200, 0);

/**
 * A moment, however senders write it: ISO 8601 with or without zone (then UTC), seconds, milliseconds or
 * microseconds since 1970 as number or digits. What is not one is `undefined`, since no indicator depends on it.
 */
export function instant(field: unknown): Date | undefined {
  if (typeof field === 'number') return fromEpoch(field);
  if (typeof field !== 'string') return undefined;
  const text = field.trim();
  if (/^\d+(?:\.\d+)?$/.test(text)) return fromEpoch(Number(text));
  const [, day, time = '00:00:00', zone = 'Z'] = isoLike.exec(text) ?? [];
  const zoneWithColon = zone
    .toUpperCase()
    .replace(/^([+-]\d\d):?(\d\d)?$/, (_, hours, minutes = '00') => `${hours}:${minutes}`);
  return day === undefined ? undefined : plausible(Date.parse(`${day}T${time}${zoneWithColon}`));
}

/** `2026-11-22T10:00:00.1234567+0100`, `2026-11-22 10:00:00`; digits after the third of a fraction are of no use. */
const isoLike =
  /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?)\d*)?\s?(Z|[+-]\d\d(?::?\d\d)?)?$/i;

/** The unit is told by the size: in each of them, today is a thousand times as many as in the next larger. */
function fromEpoch(since1970: number): Date | undefined {
  if (since1970 < 1e11) return plausible(since1970 * 1_000);
  return plausible(since1970 < 1e14 ? since1970 : since1970 / 1_000);
}

function plausible(milliseconds: number): Date | undefined {
  return milliseconds >= earliest && milliseconds < latest ? new Date(Math.trunc(milliseconds)) : undefined;
}
