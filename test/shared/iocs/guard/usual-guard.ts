import type { z } from 'zod';
import { type GuardSettings, guardSchema } from '#shared/config/guard.ts';
import { type Guard, guardOf } from '#shared/iocs/guard/guard.ts';
import type { GuardList } from '#shared/iocs/guard/lists/guard-list.ts';
import type { ScreeningContext } from '#shared/iocs/guard/rule.ts';
import type { Screening } from '#shared/iocs/guard/screen-indicator.ts';
import type { Indicator } from '#shared/iocs/indicator.ts';
import { parseIndicator } from '#shared/iocs/parse-indicator.ts';

/** The settings of a configuration that says nothing else. */
export function guardSettings(settings?: z.input<typeof guardSchema>): GuardSettings {
  return guardSchema.parse(settings);
}

/** The guard of a configuration that says nothing about it. */
export const usualGuard = guardOf(guardSettings());

export function guardWith(settings: z.input<typeof guardSchema>, lists: readonly GuardList[] = []): Guard {
  return guardOf(guardSettings(settings), lists);
}

/** @throws Error when `value` is no indicator */
export function indicatorOf(value: string): Indicator {
  const parsed = parseIndicator(value);
  if (parsed.kind === 'rejected') throw new Error(`${value} is no indicator: ${parsed.reason}`);
  return parsed.indicator;
}

export function screen(
  value: string,
  { guard = usualGuard, ...context }: Partial<ScreeningContext> & { guard?: Guard } = {},
): Screening {
  return guard.screen(indicatorOf(value), { place: 'global', ...context });
}

/** Decision, rule and reason, without the sentence. */
export function verdict(...asked: Parameters<typeof screen>): string {
  const screening = screen(...asked);
  if (screening.decision === 'pass') return 'pass';
  return `${screening.decision}: ${screening.rule}, ${screening.reason}`;
}
