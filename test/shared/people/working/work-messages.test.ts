import { beforeEach, describe, expect, it } from 'vitest';
import { RefusedInput } from '#shared/errors/refused-input.ts';
import { RetryLater } from '#shared/errors/retry-later.ts';
import type { Shift } from '#shared/people/working/work-messages.ts';
import { workMessages } from '#shared/people/working/work-messages.ts';
import type { TaskHandlers } from '#shared/people/working/work-task.ts';
import type { TurnAnswer } from '#shared/people/working/worker-lock.ts';
import { AdvancingTime } from '../../cisco/advancing-time.ts';
import { InMemoryPeopleChanges } from '../changes/in-memory-people-changes.ts';
import { InMemoryStepJournal } from '../changes/in-memory-step-journal.ts';
import { InMemoryTaskSchedule } from '../changes/in-memory-task-schedule.ts';
import { personChange, plannedWhenDue } from '../changes/person-changes.ts';
import { leaver } from '../lifecycle/lifecycle-requests.ts';
import { peopleSettings } from '../lifecycle/people-settings.ts';

let time: AdvancingTime;
let story: string[];
let unexpected: unknown[];

beforeEach(() => {
  time = new AdvancingTime();
  story = [];
  unexpected = [];
});

const request = leaver('ada@corp.example', new Date('2026-01-01T08:00:00Z'));
const change = personChange(request, plannedWhenDue(request));
const body = JSON.stringify({
  version: 1,
  worker: 'offboard',
  task: 'carry-out',
  email: request.email,
  changeId: change.changeId,
});

/** Works on one message; the lock is held by somebody else for so many milliseconds. */
function work(
  handlers: TaskHandlers,
  {
    heldForMilliseconds = 0,
    text = body,
    shift,
  }: { heldForMilliseconds?: number; text?: string; shift?: () => Promise<Shift> } = {},
) {
  const until = new Date(time.now().getTime() + heldForMilliseconds);
  const tryAcquire = async (): Promise<TurnAnswer> => {
    if (time.now() < until) return { kind: 'held', until };
    story.push('locked');
    return {
      kind: 'acquired',
      release: async () => {
        story.push('released');
      },
    };
  };
  const end = async () => {
    story.push('put down');
  };
  return workMessages([{ messageId: 'm-1', body: text }], shift ?? (async () => ({ handlers, end })), {
    changes: new InMemoryPeopleChanges([change]),
    journal: new InMemoryStepJournal(),
    schedule: new InMemoryTaskSchedule(),
    events: { publish: async () => undefined },
    clock: time,
    sleep: time.sleep,
    stopAt: new Date('2030-01-01T00:00:00Z'),
    timeZone: peopleSettings().timeZone,
    reportUnexpected: (error) => unexpected.push(error),
    lock: { tryAcquire },
    waitUntil: new Date(time.now().getTime() + 120_000),
  });
}

const working: TaskHandlers = {
  carryOut: async () => {
    story.push('worked');
    return { kind: 'done' };
  },
};

describe('a worker', () => {
  it('works alone, and puts down what the next one has to know before it lets it begin', async () => {
    expect(await work(working)).toMatchObject([{ kind: 'worked', outcome: { kind: 'done' } }]);
    expect(story).toEqual(['locked', 'worked', 'put down', 'released']);
  });

  it('waits for another one that is about to end', async () => {
    expect(await work(working, { heldForMilliseconds: 70_000 })).toMatchObject([{ kind: 'worked' }]);
    expect(time.slept.length).toBeLessThanOrEqual(25);
  });

  it('has its messages rest for a minute when another one goes on for long', async () => {
    const results = await work(working, { heldForMilliseconds: 900_000 });
    expect(results).toEqual([{ kind: 'wait', messageId: 'm-1', waitSeconds: 60 }]);
    expect(story).toEqual([]);
  });

  it('gives a message back that has to come again, after the time that is asked for', async () => {
    const failing: TaskHandlers = {
      carryOut: () => Promise.reject(new RetryLater('down', { retryAfterSeconds: 300 })),
    };
    expect(await work(failing)).toMatchObject([{ kind: 'return', retryAfterSeconds: 300 }]);
    expect(story).toEqual(['locked', 'put down', 'released']);
  });

  it.each(['', '{}', 'null', JSON.stringify({ version: 1, worker: 'offboard', task: 'destroy' })])(
    'gives back %o, which holds no task',
    async (text) => {
      expect(await work(working, { text })).toMatchObject([
        { kind: 'return', cause: expect.any(RefusedInput) },
      ]);
    },
  );

  it('gives its messages back when its shift cannot begin, and frees the lock', async () => {
    const shift = () => Promise.reject(new Error('no table'));
    expect(await work(working, { shift })).toMatchObject([{ kind: 'return', cause: new Error('no table') }]);
    expect(story).toEqual(['locked', 'released']);
  });

  it('keeps what it has done when the next one cannot be told, and says so', async () => {
    const failure = new Error('no table');
    const shift = async () => ({ handlers: working, end: () => Promise.reject(failure) });
    expect(await work(working, { shift })).toMatchObject([{ kind: 'worked' }]);
    expect(story).toEqual(['locked', 'worked', 'released']);
    expect(unexpected).toEqual([failure]);
  });

  it('has nothing to undo where it only lets people in', async () => {
    const undo = JSON.stringify({ ...JSON.parse(body), task: 'undo' });
    expect(await work(working, { text: undo })).toMatchObject([
      { kind: 'worked', outcome: { kind: 'nothing' } },
    ]);
  });
});
