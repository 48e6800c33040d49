import { RetryLater } from '../../errors/retry-later.ts';
import { chunksOf } from '../../non-empty.ts';
import type { PersonChange } from '../changes/person-change.ts';
import { isIn } from './current-people.ts';
import type { BatchPlan, BeginningChange } from './plan-batch.ts';
import type { MovedTurn } from './plan-turns.ts';
import type { PlannerPorts } from './planner-ports.ts';
import { scheduleChange, scheduleTurn, unscheduleChange } from './schedule-change.ts';

/** People recorded and scheduled at a time. */
export const peopleAtATime = 10;

/**
 * Records a plan and has it begin by itself. Repeating it after a crash changes nothing.
 * @throws RetryLater when somebody is worked on who was not before: how they stand has to be looked at anew
 */
export async function recordPlan(
  { beginning, moved }: Pick<BatchPlan, 'beginning' | 'moved'>,
  ports: PlannerPorts,
): Promise<void> {
  for (const chunk of chunksOf(beginning, peopleAtATime)) {
    await Promise.all(chunk.map((one) => begin(one, ports)));
  }
  await moveTurns(moved, ports);
}

/**
 * Has leavers who wait come at another time; whoever has been begun with meanwhile is left alone. A crash between the
 * two writes leaves a task of the time before: one that comes too early is put off by whoever takes it.
 */
export async function moveTurns(moved: readonly MovedTurn[], ports: PlannerPorts): Promise<void> {
  for (const chunk of chunksOf(moved, peopleAtATime)) {
    await Promise.all(
      chunk.map(async ({ change, turn }) => {
        const result = await ports.changes.move(change, turn);
        if (result !== 'contested') await scheduleTurn(result, ports);
      }),
    );
  }
}

/** Schedules what an earlier try has recorded: it may have ended in between. */
export async function scheduleAgain(changes: readonly PersonChange[], ports: PlannerPorts): Promise<void> {
  for (const chunk of chunksOf(changes, peopleAtATime)) {
    await Promise.all(
      chunk.map(async (change) => {
        if (isIn(change, 'planned')) await scheduleChange(change, ports);
      }),
    );
  }
}

async function begin({ change, instead }: BeginningChange, ports: PlannerPorts): Promise<void> {
  if ((await ports.changes.begin(change, instead)) === 'contested') {
    throw new RetryLater(`The person of ${change.changeId} was moved on meanwhile.`, {
      retryAfterSeconds: 5,
    });
  }
  if (instead) await unscheduleChange(instead, ports);
  if (isIn(change, 'planned')) await scheduleChange(change, ports);
}
