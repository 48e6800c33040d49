import { RetryLater } from '../errors/retry-later.ts';
import { enrichmentEventSource } from '../events/enrichment-completed.ts';
import { isNonEmpty } from '../non-empty.ts';
import { blockEvents } from './block-events.ts';
import { completedEvents } from './completed-events.ts';
import { problemIn } from './decide-part.ts';
import type { EnrichCommand } from './enrich-command.ts';
import type { PartEnrichment } from './part-enrichment.ts';
import type { VerdictDecision } from './verdict-decision.ts';
import type { ActingPorts } from './worker-ports.ts';

/**
 * Does what was decided about a part; each step may be repeated after a crash:
 *  1. Command what is to be blocked or held. Nothing that fails later keeps it back.
 *  2. Trigger the responses, then open the incident. What went wrong is written down, and thrown.
 *  3. Publish the results, then record that the part is done.
 *
 * @returns the part as it is recorded now
 * @throws RetryLater, or what a person has to put right; the decisions stay as they are
 */
export async function actOnDecisions(
  enrichment: PartEnrichment,
  command: Pick<EnrichCommand, 'routes' | 'receivedAt'>,
  ports: ActingPorts,
): Promise<PartEnrichment> {
  const blocks = blockEvents(enrichment, command.routes);
  if (isNonEmpty(blocks)) await ports.events.publish(blocks);

  const { decisions, obstacles } = await respondAndOpen(enrichment, command, ports);
  const { problem: _earlier, ...recorded } = enrichment;
  const next = { ...recorded, decisions, at: ports.clock.now().toISOString() };
  if (isNonEmpty(obstacles)) {
    const problem = obstacles.find((obstacle) => !(obstacle instanceof RetryLater));
    const stopped = problem instanceof Error ? { problem: problemIn(problem) } : {};
    await ports.enrichments.save({ ...next, state: 'decided', ...stopped });
    throw obstacles[0];
  }

  const done: PartEnrichment = { ...next, state: 'done' };
  const completed = completedEvents(done).map((detail) => ({
    source: enrichmentEventSource,
    detailType: 'EnrichmentCompleted' as const,
    detail,
  }));
  if (isNonEmpty(completed)) await ports.events.publish(completed);
  await ports.enrichments.save(done);
  return done;
}

async function respondAndOpen(
  enrichment: PartEnrichment,
  { receivedAt }: Pick<EnrichCommand, 'receivedAt'>,
  { responder, incidents }: ActingPorts,
): Promise<{ decisions: VerdictDecision[]; obstacles: unknown[] }> {
  const request = { ...requestOf(enrichment), receivedAt };
  const decisions = [...enrichment.decisions];
  const obstacles: unknown[] = [];
  try {
    for (const [index, decision] of decisions.entries()) {
      if (decision.response?.result !== 'ordered') continue;
      const { type, value, response } = decision;
      const { moduleInstanceId, actionId } = response;
      const order = { indicator: { type, value }, moduleInstanceId, actionId };
      decisions[index] = { ...decision, response: await responder.respond(request, order) };
    }
  } catch (error) {
    obstacles.push(error);
  }
  const forIncident = decisions.filter((one) => one.action === 'incident' && one.incidentId === undefined);
  if (!isNonEmpty(forIncident)) return { decisions, obstacles };
  try {
    const incidentId = await incidents.open(request, forIncident);
    return {
      decisions: decisions.map((one) => (one.action === 'incident' ? { ...one, incidentId } : one)),
      obstacles,
    };
  } catch (error) {
    return { decisions, obstacles: [...obstacles, error] };
  }
}

function requestOf({
  requestId,
  connection,
  organisation,
  source,
  ticket,
  link,
  severity,
  confidence,
}: PartEnrichment) {
  return {
    requestId,
    connection,
    organisation,
    ...(source !== undefined && { source }),
    ...(ticket !== undefined && { ticket }),
    ...(link !== undefined && { link }),
    ...(severity !== undefined && { severity }),
    ...(confidence !== undefined && { confidence }),
  };
}
