import type { BlockRequested } from '../events/block-requested.ts';
import type { Guard } from '../iocs/guard/guard.ts';
import { deriveRequestId } from '../requests/request-id.ts';
import { factsInEvent } from '../webhooks/block-requested-event.ts';
import { type ScreenedValues, type ScreeningTarget, screenValues } from '../webhooks/screen-values.ts';
import { splitIntoParts } from '../webhooks/split-into-parts.ts';
import type { ParsedFinding } from './parsed-finding.ts';

/** What becomes of a finding: commands for all that is not rejected, and what the guard has to say already. */
export interface FindingScreened extends Pick<ScreenedValues, 'held' | 'rejected'> {
  readonly commands: readonly BlockRequested[];
}

/**
 * The commands that a finding becomes, for one destination list. The same finding with the same indicators gives the
 * same commands, however often its service updates it, so that nothing is done twice.
 *
 * @param origin What sent it: `aws.guardduty`.
 */
export function blockCommandsFromFinding(
  finding: ParsedFinding,
  target: ScreeningTarget,
  { origin, receivedAt }: { readonly origin: string; readonly receivedAt: Date },
  guard: Guard,
): FindingScreened {
  const { forWorker, held, rejected } = screenValues(finding.values, [target], {
    guard,
    about: { confidence: finding.confidence, severity: finding.severity },
  });
  const written = [...forWorker.values()].flat().map(({ value }) => value);
  const requestId = deriveRequestId(origin, finding.findingId, target.destinationList, ...written);
  const commands = splitIntoParts(forWorker).map(
    ({ part, destinationList, indicators }): BlockRequested => ({
      version: 1,
      requestId,
      part,
      destinationList,
      indicators: [...indicators],
      receivedAt: receivedAt.toISOString(),
      ...factsInEvent(finding),
    }),
  );
  return { commands, held, rejected };
}
