/**
 * A date as this cloud writes it in key lists: ISO 8601 mostly, but also `…Z00:00`, without a zone (taken as UTC), with
 * a space for the `T`, or empty for "never". Nothing where it cannot be read.
 */
export function parseLenientDate(text: string | null | undefined): Date | undefined {
  const matched = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?))?(.*)$/.exec(
    text?.trim() ?? '',
  );
  if (!matched) return undefined;
  const [, day, time = '00:00:00', rest = ''] = matched;
  const zone = /^[+-]\d{2}:?\d{2}$/.test(rest) ? rest : 'Z';
  const date = new Date(`${day}T${time}${zone}`);
  return Number.isNaN(date.getTime()) ? undefined : date;
}
