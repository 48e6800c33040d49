import { expect, it } from 'vitest';
import { completedEvent } from '#shared/people/working/result-events.ts';
import { personChange } from '../changes/person-changes.ts';
import { joiner, leaver } from '../lifecycle/lifecycle-requests.ts';

const now = new Date('2026-12-01T17:00:00Z');

it.each([
  ['UserOnboarded', joiner('ada@corp.example', now)],
  ['UserOffboarded', leaver('ada@corp.example', now)],
])('%s says that it is one of many', (detailType, request) => {
  const change = personChange(request, { state: 'under-way', since: now, attempts: 0 }, { batchSize: 500 });
  expect(completedEvent(change, { records: [], now })).toMatchObject({
    detailType,
    detail: { email: 'ada@corp.example', batchSize: 500 },
  });
});
