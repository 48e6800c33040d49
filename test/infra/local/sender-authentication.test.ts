import { describe, expect, it } from 'vitest';
import { authenticationHeaders } from '#infra/local/demo/sign-delivery.ts';
import { generateSenderAuthentication } from '#infra/local/sender-authentication.ts';

const zeros = (size: number) => Buffer.alloc(size);

describe('the secrets of senders', () => {
  it.each([
    ['standard-webhooks', { scheme: 'standard-webhooks', secret: `whsec_${'A'.repeat(43)}=` }],
    ['bearer-token', { scheme: 'bearer-token', token: 'A'.repeat(43) }],
  ] as const)('have 256 random bits for %s', (scheme, expected) => {
    expect(generateSenderAuthentication(scheme, zeros)).toEqual(expected);
  });

  it('differ from run to run', () => {
    expect(generateSenderAuthentication('bearer-token')).not.toEqual(
      generateSenderAuthentication('bearer-token'),
    );
  });

  it('sign id, time and body', () => {
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
});
