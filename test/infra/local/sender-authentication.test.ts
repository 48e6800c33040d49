import { describe, expect, it } from 'vitest';
import { authenticationHeaders } from '#infra/local/demo/sign-delivery.ts';
import {
  generateSenderAuthentication,
  secretOf,
  senderAddress,
  senderAuthentication,
  senderAuthenticationSchema,
} from '#infra/local/sender-authentication.ts';
import { authenticationSchema } from '#shared/config/authentication.ts';
import { authenticationMethod } from '#shared/webhooks/authentication/methods.ts';
import { everyAuthentication } from './every-sender.ts';

const zeros = (size: number) => Buffer.alloc(size);
const now = new Date('2026-11-22T10:00:00Z');
const delivery = { id: 'msg_1', sentAt: now, body: '{"text":"{id} of {body}, bücher.example"}' };

const everySender = Object.entries(everyAuthentication).map(([name, written]) => {
  const settings = authenticationSchema.parse(written);
  return {
    name,
    settings,
    sender: generateSenderAuthentication(settings),
    method: authenticationMethod(settings),
  };
});

describe.each(everySender)('the sender of $name', ({ settings, sender, method }) => {
  it('is believed by the function', () => {
    const secret = secretOf(sender);
    const presented = {
      headers: new Map(Object.entries(authenticationHeaders(sender, delivery))),
      body: Buffer.from(delivery.body),
      receivedAt: now,
      urlSecret: secret,
      awsCallerArn: 'arn:aws:sts::111122223333:assumed-role/soar/session',
    };
    const answer =
      method.proof === 'gateway'
        ? method.authenticate(presented)
        : method.authenticate(presented, { current: method.secretSchema.parse(secret) });
    expect(answer.kind).toBe('authentic');
  });

  it('has a secret of its own in every run, of 256 random bits', () => {
    const other = generateSenderAuthentication(settings);
    if (settings.scheme === 'aws-iam') expect(secretOf(other)).toBeUndefined();
    else expect(secretOf(other)).not.toBe(secretOf(sender));
    expect(secretOf(generateSenderAuthentication(settings, zeros)) ?? 'A'.repeat(43)).toMatch(/A{43}|0{64}/);
  });

  it('is the same when it is put together from what is stored', () => {
    expect(senderAuthentication(settings, secretOf(sender) ?? '')).toEqual(sender);
  });

  it('can be written to stack.json and read again', () => {
    const read = senderAuthenticationSchema.parse(JSON.parse(JSON.stringify(sender)));
    expect(authenticationHeaders(read, delivery)).toEqual(authenticationHeaders(sender, delivery));
  });
});

it('a sender of Standard Webhooks signs as the example of the specification does', () => {
  expect(
    authenticationHeaders(
      { scheme: 'standard-webhooks', secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw' },
      {
        id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
        sentAt: new Date(1_614_265_330_000),
        body: '{"test": 2432232314}',
      },
    ),
  ).toEqual({
    'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  });
});

describe('the address of a connection', () => {
  it.each([
    [{ scheme: 'bearer-token', token: 'a-token' }, 'https://api.example/webhooks/feed'],
    [{ scheme: 'url-secret', secret: 'a-secret' }, 'https://api.example/webhooks/feed/a-secret'],
    [{ scheme: 'aws-iam' }, 'https://api.example/aws-webhooks/feed'],
  ] as const)('for %j is %s', (sender, address) => {
    expect(senderAddress('https://api.example', 'feed', sender)).toBe(address);
  });
});
