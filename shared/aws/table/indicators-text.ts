import { z } from 'zod';
import { type Indicator, indicatorSchema } from '../../iocs/indicator.ts';

/**
 * Indicators as one text attribute. As a list of maps, each would cost DynamoDB's client several times as much, on
 * the way in and out, and no query looks into them.
 */
export function indicatorsText(indicators: readonly Indicator[]): string {
  return JSON.stringify(indicators);
}

/** Reads {@link indicatorsText} back. */
export const indicatorsTextSchema = z
  .string()
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue({ code: 'custom', message: 'expected indicators as JSON' });
      return z.NEVER;
    }
  })
  .pipe(z.array(indicatorSchema));
