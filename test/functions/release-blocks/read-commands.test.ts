import type { SQSEvent } from 'aws-lambda';
import { expect, it } from 'vitest';
import { readReleaseCommands } from '#functions/release-blocks/read-commands.ts';
import { RefusedInput } from '#shared/errors/refused-input.ts';

const event = {
  id: 'e-1',
  source: 'scc-automations.operators',
  'detail-type': 'ReleaseRequested',
  time: '2026-11-22T05:00:01Z',
  detail: {
    version: 1,
    destinationList: 'soc-block',
    indicators: [{ type: 'domain', value: 'bad.example' }],
    because: 'released-by-operator',
    requestedBy: 'arn:aws:iam::111122223333:user/ada',
    requestedAt: '2026-11-22T05:00:00Z',
  },
};

function messages(bodies: Record<string, string>): SQSEvent {
  const records = Object.entries(bodies).map(([messageId, body]) => ({ messageId, body }));
  // The other members of a record are nobody's business here.
  return { Records: records } as SQSEvent;
}

it('a message that holds no command is refused alone, and the others are read', () => {
  const { commands, refused } = readReleaseCommands(
    messages({ good: JSON.stringify(event), broken: '{', foreign: JSON.stringify({ ...event, detail: {} }) }),
  );
  expect(commands.map(({ messageId }) => messageId)).toEqual(['good']);
  expect(refused).toEqual([
    { messageId: 'broken', cause: expect.any(RefusedInput) },
    { messageId: 'foreign', cause: expect.any(RefusedInput) },
  ]);
});
