import { expect, it } from 'vitest';
import { type CommandMessage, planMessages } from '#shared/people/planning/plan-messages.ts';
import { PlannerBench } from './planner-bench.ts';

const later = new Date('2026-11-20T13:00:00Z');

function bench() {
  const planner = new PlannerBench('2026-11-20T12:00:00Z');
  const message = (messageId: string, command: CommandMessage['command']): CommandMessage => ({
    messageId,
    command,
    mayWait: false,
  });
  return { planner, message };
}

it('a request and its withdrawal count in the order in which they were said, not in which they arrive', async () => {
  const { planner, message } = bench();
  const ticket = { ticket: 'HR-1', lifecycleSource: 'jira' };
  const asked = planner.command('OffboardRequested', {
    email: 'ada@corp.example',
    day: '2026-11-28',
    ...ticket,
  });
  planner.now = new Date('2026-11-20T12:00:05Z');
  const withdrawn = planner.command('PersonChangeWithdrawn', {
    withdrawn: { by: 'ticket', source: 'jira', ticket: 'HR-1' },
    requestedBy: 'jira',
    requestedAt: planner.now.toISOString(),
  });
  const messages = [message('second', withdrawn), message('first', asked)];
  const results = await planMessages(messages, planner.ports(), { finishBy: later });
  expect(results.map(({ messageId, kind }) => [messageId, kind])).toEqual([
    ['first', 'done'],
    ['second', 'done'],
  ]);
  expect((await planner.changeOf('ada@corp.example')).standing.state).toBe('cancelled');
});

it('one that cannot be understood goes back, and the others are done', async () => {
  const { planner, message } = bench();
  const unknown = message('unknown', planner.command('PersonPromoted', {}));
  const day = { email: 'ada@corp.example', day: '2026-11-28' };
  const known = message('known', planner.command('OffboardRequested', day));
  const results = await planMessages([unknown, known], planner.ports(), { finishBy: later });
  expect(results).toEqual([
    expect.objectContaining({ messageId: 'unknown', kind: 'return', retryAfterSeconds: 0 }),
    expect.objectContaining({ messageId: 'known', kind: 'done' }),
  ]);
});

it('what there is no time for goes back untouched', async () => {
  const { planner, message } = bench();
  const command = planner.command('OffboardRequested', { email: 'ada@corp.example', day: '2026-11-28' });
  const results = await planMessages([message('m', command)], planner.ports(), { finishBy: planner.now });
  expect(results).toMatchObject([{ kind: 'return', cause: { name: 'RetryLater' } }]);
  expect(planner.tasks.waiting()).toEqual([]);
});
