import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { standardWebhooks } from '#shared/webhooks/authentication/standard-webhooks.ts';

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const otherSecret = `whsec_${randomBytes(32).toString('base64')}`;

/** The example of the specification's own libraries, as a literal. */
const published = {
  body: '{"test": 2432232314}',
  headers: {
    'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  },
  sentAtSeconds: 1_614_265_330,
};

function authenticate(
  options: {
    headers?: Record<string, string>;
    body?: string | Buffer;
    receivedAtSeconds?: number;
    current?: string;
    previous?: string;
  } = {},
) {
  return standardWebhooks.authenticate(
    {
      headers: new Map(Object.entries(options.headers ?? published.headers)),
      body: Buffer.from(options.body ?? published.body),
      receivedAt: new Date((options.receivedAtSeconds ?? published.sentAtSeconds) * 1000),
    },
    { current: options.current ?? secret, previous: options.previous },
  );
}

describe('a signed webhook', () => {
  it('is authentic, and its id is that of the delivery', () => {
    expect(authenticate()).toEqual({ kind: 'authentic', deliveryId: 'msg_p5jXN8AQM9LWM0D4loKWxJek' });
  });

  it("is authentic under Svix' header names", () => {
    const headers = Object.fromEntries(
      Object.entries(published.headers).map(([name, value]) => [name.replace('webhook', 'svix'), value]),
    );
    expect(authenticate({ headers }).kind).toBe('authentic');
  });

  it('is authentic when it was signed with the previous secret', () => {
    expect(authenticate({ current: otherSecret, previous: secret }).kind).toBe('authentic');
  });

  it('is authentic when one of several signatures fits', () => {
    const signature = `v1a,${'A'.repeat(86)}== v1,${'A'.repeat(43)}= ${published.headers['webhook-signature']}`;
    expect(authenticate({ headers: { ...published.headers, 'webhook-signature': signature } }).kind).toBe(
      'authentic',
    );
  });

  it.each([-300, 300])('is authentic %i s from our clock', (seconds) => {
    expect(authenticate({ receivedAtSeconds: published.sentAtSeconds + seconds }).kind).toBe('authentic');
  });

  it('is authentic with a secret that was stored without its prefix', () => {
    expect(authenticate({ current: secret.slice('whsec_'.length) }).kind).toBe('authentic');
  });

  it('is what the reference library signs, for any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.uint8Array({ minLength: 24, maxLength: 64 }),
        fc.string({ minLength: 1 }),
        (body, key, id) => {
          const current = `whsec_${Buffer.from(key).toString('base64')}`;
          const sentAt = new Date(published.sentAtSeconds * 1000);
          const headers = {
            'webhook-id': id,
            'webhook-timestamp': String(published.sentAtSeconds),
            'webhook-signature': new Webhook(current).sign(id, sentAt, body),
          };
          expect(authenticate({ body, headers, current })).toEqual({ kind: 'authentic', deliveryId: id });
        },
      ),
    );
  });
});

describe('anything else is refused with its likely cause', () => {
  const { headers } = published;
  it.each<[what: string, options: Parameters<typeof authenticate>[0], cause: RegExp]>([
    ['no headers', { headers: {} }, /must all be sent/],
    ['no id', { headers: { ...headers, 'webhook-id': '' } }, /must all be sent/],
    ['a body changed by one character', { body: '{"test":2432232314}' }, /body was changed after signing/],
    ['another id', { headers: { ...headers, 'webhook-id': 'msg_other' } }, /none of the valid secrets/],
    ['a secret that is not ours', { current: otherSecret }, /none of the valid secrets/],
    [
      'a time stamp that was not signed',
      { headers: { ...headers, 'webhook-timestamp': '1614265331' } },
      /none of/,
    ],
    ['a stale time stamp', { receivedAtSeconds: 1_614_265_631 }, /301 s behind our clock/],
    ['a time stamp from the future', { receivedAtSeconds: 1_614_265_029 }, /301 s ahead of our clock/],
    [
      'a time stamp that is none',
      { headers: { ...headers, 'webhook-timestamp': '2021-02-25' } },
      /whole seconds/,
    ],
    [
      'a signature of another version',
      { headers: { ...headers, 'webhook-signature': 'v2,abcd' } },
      /holds no signature/,
    ],
    [
      'a signature that is too short',
      { headers: { ...headers, 'webhook-signature': 'v1,abcd' } },
      /holds no signature/,
    ],
  ])('%s', (_, options, cause) => {
    const answer = authenticate(options);
    expect(answer).toEqual({ kind: 'refused', likelyCause: expect.stringMatching(cause) });
  });
});

describe('a signing secret', () => {
  it.each([secret, otherSecret, ` ${secret}\n`])('of the form %j is taken', (stored) => {
    expect(standardWebhooks.secretSchema.parse(stored)).toBe(stored.trim());
  });

  it.each(['', 'whsec_', 'whsec_c2hvcnQ=', 'not base64!'])('of the form %j is not', (stored) => {
    expect(standardWebhooks.secretSchema.safeParse(stored).success).toBe(false);
  });
});
