import { z } from 'zod';

const secondsOfUnit = { second: 1, minute: 60, hour: 3_600, day: 86_400, week: 604_800 } as const;
const unitSchema = z.enum(['second', 'minute', 'hour', 'day', 'week']);

/** The query of a report. `from`, `to` and `limit` must be there. */
export function reportQuerySchema(now: Date) {
  const moment = z
    .string()
    .transform((text) => momentOf(text, now))
    .refine((date) => date !== undefined, {
      error: 'from and to are epoch milliseconds or relative to now, such as -1days',
    });
  const wholeNumber = z.coerce.number().int();
  return z.object({
    from: moment,
    to: moment,
    limit: wholeNumber.min(1),
    offset: wholeNumber.min(0).default(0),
    domains: listSchema.optional().transform(same),
    urls: listSchema.optional().transform(same),
    ip: z.union([z.ipv4(), z.ipv6()]).optional().transform(same),
  });
}

const listSchema = z.string().transform((text) => text.split(','));

/** Leaves a value as it is, and makes the key one that is always there. */
function same<T>(value: T): T {
  return value;
}

function momentOf(text: string, now: Date): Date | undefined {
  if (/^\d{13}$/.test(text)) return new Date(Number(text));
  if (text === 'now') return now;
  const [, count, unit] = /^-(\d+)([a-z]+?)s?$/.exec(text) ?? [];
  const known = unitSchema.safeParse(unit);
  return known.success
    ? new Date(now.getTime() - Number(count) * secondsOfUnit[known.data] * 1_000)
    : undefined;
}
