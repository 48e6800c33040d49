import type { RecordedBatch } from '../changes/recorded-batch.ts';
import type { PlannerPorts } from './planner-ports.ts';

/**
 * A roster that was held and that a person has agreed to is what the next one is compared with: a company that has
 * become smaller would have every roster held from then on.
 */
export async function keepApprovedRoster(
  { source, trips, counts, receivedAt }: RecordedBatch,
  { batches, settings }: Pick<PlannerPorts, 'batches' | 'settings'>,
): Promise<void> {
  const configured = Object.entries(settings.sources).find(([name]) => name === source)?.[1];
  const isRoster = configured?.kind === 'csv' && configured.content === 'roster';
  if (!isRoster || trips.length === 0) return;
  const latest = await batches.rosterOf(source);
  if (latest && latest.at >= receivedAt) return;
  const rowCount = counts.accepted + counts.held + counts.idle + counts.refused;
  await batches.keepRoster(source, { rowCount, at: receivedAt });
}
