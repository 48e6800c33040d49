import type { SQSEvent } from 'aws-lambda';
import { expect, it } from 'vitest';
import { readWriteBackCommands } from '#functions/write-back-intelligence/read-commands.ts';
import { organisationSchema } from '#shared/config/organisation.ts';
import { RefusedInput } from '#shared/errors/refused-input.ts';

const secureAccess = { edition: 'global' };
const organisations = {
  main: organisationSchema.parse({ secureAccess, xdr: { region: 'eu', clientCreatedOn: '2026-01-01' } }),
  branch: organisationSchema.parse({ secureAccess }),
};

function message(organisation: string): string {
  return JSON.stringify({
    id: 'e-1',
    source: 'scc-automations.releases',
    'detail-type': 'IocReleased',
    time: '2026-01-01T08:00:00Z',
    detail: {
      version: 1,
      eventId: 'evt_1',
      organisation,
      destinationList: { name: 'soc-block', id: 7_001_234 },
      indicators: [{ type: 'domain', value: 'bad.example', because: 'lease-ended' }],
      occurredAt: '2026-01-01T08:00:00.000Z',
    },
  });
}

it('commands are told apart by organisation; a message without one is refused, one without XDR is done', () => {
  const bodies = { ours: message('main'), broken: '{', 'without-xdr': message('branch') };
  const records = Object.entries(bodies).map(([messageId, body]) => ({ messageId, body }));
  // The other members of a record are nobody's business here.
  const { commandsOf, refused } = readWriteBackCommands({ Records: records } as SQSEvent, { organisations });

  expect([...commandsOf].map(([organisation, commands]) => [organisation, commands.length])).toEqual([
    ['main', 1],
  ]);
  expect(refused).toEqual([
    { kind: 'return', messageId: 'broken', retryAfterSeconds: 0, cause: expect.any(RefusedInput) },
  ]);
});
