import { expect, it, vi } from 'vitest';
import { organisationNameSchema } from '#shared/config/names.ts';
import { functionLogger } from '#shared/lambda/logger.ts';
import { functionMetrics } from '#shared/lambda/metrics.ts';
import { reportTasks } from '#shared/lambda/report-tasks.ts';
import { personTaskSchema } from '#shared/people/changes/person-task.ts';

const task = personTaskSchema.parse({
  ...{ version: 1, worker: 'offboard', task: 'carry-out', email: 'ada@corp.example' },
  changeId: `chg_${'0'.repeat(32)}`,
});

it('what became of a task is logged by the id of its change, without the address of the person', () => {
  const logger = functionLogger();
  const metrics = functionMetrics();
  const lines = [
    vi.spyOn(logger, 'info').mockReturnValue(),
    vi.spyOn(logger, 'warn').mockReturnValue(),
    vi.spyOn(logger, 'error').mockReturnValue(),
  ];
  const addMetric = vi.spyOn(metrics, 'addMetric').mockReturnValue(metrics);
  const open = [
    {
      step: 'end-vpn-sessions' as const,
      organisation: organisationNameSchema.parse('corp'),
      reason: 'ada@corp.example is still connected',
    },
  ];
  reportTasks(
    [
      { kind: 'worked', messageId: 'm-1', task, outcome: { kind: 'done' } },
      { kind: 'worked', messageId: 'm-2', task, outcome: { kind: 'incomplete', open } },
      { kind: 'worked', messageId: 'm-3', task, outcome: { kind: 'nothing', because: 'it is done' } },
      { kind: 'wait', messageId: 'm-4', waitSeconds: 60 },
      { kind: 'return', messageId: 'm-5', retryAfterSeconds: 0, cause: new Error('down') },
    ],
    { logger, metrics },
  );
  const logged = JSON.stringify(lines.map(({ mock }) => mock.calls));
  expect(logged).toContain(task.changeId);
  expect(logged).toContain('end-vpn-sessions');
  expect(logged).not.toContain('ada@corp.example');
  expect(addMetric.mock.calls.map(([name]) => name)).toEqual([
    'Tasks:done',
    'Tasks:incomplete',
    'Tasks:nothing',
    'TasksWaiting',
    'MessagesGivenBack',
  ]);
});
