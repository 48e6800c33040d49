import { describeRequest, describeStanding, shownMoment } from './describe-change.ts';
import type { ShownBatch, ShownChange, ShownPerson, ShownStep, ShownTaking } from './people-answers.ts';

/** Everybody, one line each. */
export function describePeople(people: readonly ShownChange[]): string[] {
  if (people.length === 0) return ['nobody'];
  return people.map((change) => `${describeRequest(change)}: ${describeStanding(change)}`);
}

/** One person: the change, its steps, and what was before. */
export function describePerson({ change, steps, history }: ShownPerson): string[] {
  return [
    describeRequest(change),
    `  ${describeStanding(change)}; asked for by ${change.source}`,
    ...(change.approval
      ? [`  approved by ${change.approval.by}, ${shownMoment(change.approval.at, change.timeZone)}`]
      : []),
    ...change.standing.trips.map(({ fuse, explanation }) => `  held (${fuse}): ${explanation}`),
    ...steps.done.map((step) => describeStep(step.result ?? 'done', step)),
    ...steps.open.map((step) => describeStep('open', step)),
    ...steps.pending.map((step) => describeStep('pending', step)),
    ...history.map((before) => `before: ${describeRequest(before)}: ${describeStanding(before)}`),
  ];
}

const widestResult = 'not-needed'.length;

function describeStep(result: string, { organisation, step, summary }: ShownStep): string {
  return `  ${result.padEnd(widestResult)}  ${organisation} ${step}${summary === '' ? '' : `: ${summary}`}`;
}

/** A file or ticket: what became of it, and who waits. */
export function describeBatch(batch: ShownBatch): string[] {
  const { batchId, source, origin, counts, doneBy, decision } = batch;
  return [
    `${batchId}: ${origin} from ${source}`,
    `  ${counts.accepted} accepted, ${counts.held} held, ${counts.idle} with nothing to do, ${counts.refused} refused`,
    ...(doneBy ? [`  all done by ${shownMoment(doneBy)}`] : []),
    ...(decision ? [`  ${decision.verdict} by ${decision.by}, ${shownMoment(decision.at)}`] : []),
    ...batch.trips.map(({ fuse, explanation }) => `  ${fuse}: ${explanation}`),
    ...batch.refused.map(
      ({ row, reason, explanation }) =>
        `  refused${row === undefined ? '' : `, row ${row}`} (${reason}): ${explanation}`,
    ),
    ...batch.held.flatMap((change) => [
      `  held: ${describeRequest(change)}`,
      ...change.standing.trips.map(({ fuse, explanation }) => `    ${fuse}: ${explanation}`),
    ]),
    ...(batch.heldNotShown > 0 ? [`  and ${batch.heldNotShown} more are held`] : []),
  ];
}

/** That something was taken; the planner does it within seconds. */
export function describeTaking({ requestId, people, readAs }: ShownTaking): string[] {
  return [
    `accepted${people === undefined ? '' : `, ${people} ${people === 1 ? 'person' : 'people'}`}`,
    ...(readAs ? [describeRequest(readAs)] : []),
    ...(requestId === undefined ? [] : [`request ${requestId}`]),
  ];
}
