import { indicatorsPerEvent } from '../events/indicators-per-event.ts';
import type { RejectedValue } from '../requests/received-request.ts';
import { askableIndicators } from './askable-indicators.ts';
import type { EnrichCommand } from './enrich-command.ts';
import type { Intelligence } from './intelligence.ts';

/** A command whose text was read. */
export type GatheredCommand = Omit<EnrichCommand, 'text'>;

/** Longer values are shown cut. */
const longestShownValue = 256;

/**
 * Looks for indicators in the text of a command. No more are taken than one block command takes, which may follow; the
 * others are named among the rejected.
 * @throws RetryLater when the text cannot be read now
 */
export async function gatherIndicators(
  { text, ...command }: EnrichCommand,
  intelligence: Pick<Intelligence, 'inspect'>,
): Promise<GatheredCommand> {
  const found = text === undefined ? [] : await intelligence.inspect(text);
  const rejected: RejectedValue[] = [...command.rejected];
  const reject = (value: string, reason: string) =>
    rejected.push({ value: value.slice(0, longestShownValue).toWellFormed(), reason });
  const all = askableIndicators([...command.indicators, ...found], command.ignoredDomains, reject);
  const [taken = [], ...surplus] = indicatorsPerEvent(all);
  for (const { value } of surplus.flat()) reject(value, 'too-many-in-one-part');
  return { ...command, indicators: taken, rejected };
}
