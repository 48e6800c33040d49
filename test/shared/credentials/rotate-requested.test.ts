import { beforeEach, describe, expect, it } from 'vitest';
import { organisationNameSchema } from '#shared/config/names.ts';
import { type RotationPorts, rotateRequested } from '#shared/credentials/rotate-requested.ts';
import { rotationAnswerSchema, rotationRequestSchema } from '#shared/credentials/rotation-request.ts';
import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';
import { OutcomeUnknown } from '#shared/errors/outcome-unknown.ts';
import { RetryLater } from '#shared/errors/retry-later.ts';
import { credentialRotatedSchema } from '#shared/events/credential-events.ts';
import type { OutgoingEvent } from '#shared/events/event-publisher.ts';
import { AdvancingTime } from '../cisco/advancing-time.ts';

const main = organisationNameSchema.parse('main');
const branch = organisationNameSchema.parse('branch');

let time: AdvancingTime;
let published: OutgoingEvent[];
let errors: string[];
let locked: string[];

beforeEach(() => {
  time = new AdvancingTime();
  published = [];
  errors = [];
  locked = [];
});

function ports(more: Partial<RotationPorts<string>> = {}): RotationPorts<string> {
  return {
    credential: 'log-bucket-key',
    configured: new Map([
      [main, 'settings of main'],
      [branch, 'settings of branch'],
    ]),
    setting: 'secureAccess.logBucketKeyRotation',
    tryLock: async (organisation) => {
      locked.push(organisation);
      return {
        kind: 'acquired',
        release: async () => {
          locked = locked.filter((name) => name !== organisation);
        },
      };
    },
    rotate: async () => ({ kind: 'rotated', expiresAt: '2026-04-01T08:00:00.000Z' }),
    events: {
      publish: async (events) => {
        published.push(...events);
      },
    },
    log: { info: () => {}, error: (message) => void errors.push(message) },
    clock: time,
    newEventId: () => 'event-1',
    ...more,
  };
}

const rotate = (request: object, more: Partial<RotationPorts<string>> = {}) =>
  rotateRequested(rotationRequestSchema.parse(request), ports(more));

describe('a rotation on schedule', () => {
  it('looks after every organisation that has it configured, unforced, and tells the bus', async () => {
    const seen: string[] = [];
    const answer = await rotate(
      { organisations: 'all' },
      {
        rotate: async (organisation, settings, { isForced }) => {
          seen.push(`${organisation}: ${settings}, forced: ${isForced}`);
          return { kind: 'rotated', expiresAt: '2026-04-01T08:00:00.000Z' };
        },
      },
    );

    expect(rotationAnswerSchema.parse(answer)).toEqual(answer);
    expect(seen).toEqual([
      'main: settings of main, forced: false',
      'branch: settings of branch, forced: false',
    ]);
    expect(published).toHaveLength(2);
    expect(credentialRotatedSchema.parse(published[0]?.detail)).toEqual({
      version: 1,
      eventId: 'event-1',
      organisation: 'main',
      credential: 'log-bucket-key',
      expiresAt: '2026-04-01T08:00:00.000Z',
      occurredAt: '2026-01-01T08:00:00.000Z',
    });
    expect(locked).toEqual([]);
  });

  it('fails when one organisation failed, after it has looked after the others', async () => {
    const rotating = rotate(
      { organisations: 'all' },
      {
        rotate: async (organisation) => {
          if (organisation === main) throw new ConfigurationProblem('the key is gone');
          return { kind: 'rotated' };
        },
      },
    );

    await expect(rotating).rejects.toThrow('main: the key is gone');
    expect(published).toHaveLength(1);
    expect(locked).toEqual([]);
  });

  it('publishes nothing when nothing was replaced', async () => {
    await rotate({ organisations: 'all' }, { rotate: async () => ({ kind: 'kept', reason: 'not-due' }) });
    expect(published).toEqual([]);
  });
});

describe('a rotation that a person asks for', () => {
  it('is forced when the person says so', async () => {
    const forced: boolean[] = [];
    const note: RotationPorts<string>['rotate'] = async (_organisation, _settings, { isForced }) => {
      forced.push(isForced);
      return { kind: 'kept', reason: 'not-due' };
    };
    await rotate({ organisation: 'main', force: true }, { rotate: note });
    await rotate({ organisation: 'main' }, { rotate: note });
    expect(forced).toEqual([true, false]);
  });

  it.each([
    [new ConfigurationProblem('store a key'), { kind: 'configuration-problem', message: 'store a key' }],
    [
      new RetryLater('busy', { retryAfterSeconds: 7 }),
      { kind: 'retry-later', message: 'busy', retryAfterSeconds: 7 },
    ],
    [
      new OutcomeUnknown('the answer was lost'),
      { kind: 'retry-later', message: 'the answer was lost', retryAfterSeconds: 0 },
    ],
    [
      new Error('canary in an SDK error'),
      { kind: 'retry-later', message: 'The rotation failed; the log says why.', retryAfterSeconds: 0 },
    ],
  ])('and that fails with %s is answered', async (error, outcome) => {
    const answer = await rotate({ organisation: 'main' }, { rotate: () => Promise.reject(error) });
    expect(answer).toEqual({ organisations: { main: outcome } });
    expect(locked).toEqual([]);
  });

  it('for an organisation without it says what to configure', async () => {
    const { organisations } = await rotate({ organisation: 'elsewhere' });
    expect(organisations).toEqual({
      elsewhere: {
        kind: 'configuration-problem',
        message: expect.stringContaining(
          'Configure organisations.elsewhere.secureAccess.logBucketKeyRotation and deploy; organisations that have it: main, branch',
        ),
      },
    });
  });

  it('while another one is under way is told when to come back', async () => {
    const until = new Date(time.now().getTime() + 61_500);
    const { organisations } = await rotate(
      { organisation: 'main' },
      { tryLock: async () => ({ kind: 'held', until }) },
    );
    expect(organisations).toMatchObject({ main: { kind: 'retry-later', retryAfterSeconds: 62 } });
  });
});

it('a replacement stands although the bus did not take its event', async () => {
  const events = { publish: () => Promise.reject(new RetryLater('no bus')) };
  const { organisations } = await rotate({ organisation: 'main' }, { events });
  expect(organisations).toMatchObject({ main: { kind: 'rotated' } });
  expect(errors).toEqual(['CredentialRotated could not be published']);
});

it.each([{}, { organisation: 'main', organisations: 'all' }, { organisations: ['main'] }, { force: true }])(
  'a request may not be %j',
  (request) => {
    expect(rotationRequestSchema.safeParse(request).success).toBe(false);
  },
);
