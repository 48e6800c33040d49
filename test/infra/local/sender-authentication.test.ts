import { describe, expect, it } from 'vitest';
import { connectionsOf } from '#infra/local/configured-names.ts';
import { authenticationHeaders } from '#infra/local/demo/sign-delivery.ts';
import { effectiveConfiguration } from '#infra/local/effective-configuration.ts';
import { generateSenderAuthentication } from '#infra/local/sender-authentication.ts';
import { credentialsToStore } from '#infra/local/store-credentials.ts';

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

  it('are stored beside the key of each organisation, under the names that the functions read', () => {
    const configuration = effectiveConfiguration({ secureAccess: 'http://127.0.0.1:4580' });
    const senders = new Map(
      connectionsOf(configuration).map(([name, { authentication }]) => [
        name,
        generateSenderAuthentication(authentication, zeros),
      ]),
    );

    expect(credentialsToStore(configuration, { key: 'k', secret: 's' }, senders)).toEqual([
      {
        secretName: 'scc-automations/local/organisations/main/secure-access-api-key',
        value: { key: 'k', secret: 's' },
      },
      {
        secretName: 'scc-automations/local/connections/splunk',
        value: { current: 'A'.repeat(43) },
      },
      ...['ioc-list', 'partner-feed', 'trial-feed'].map((name) => ({
        secretName: `scc-automations/local/connections/${name}`,
        value: { current: `whsec_${'A'.repeat(43)}=` },
      })),
    ]);
  });
});

describe('the configuration that is deployed', () => {
  it('sends every organisation to the given Secure Access, and is otherwise that of infra/config/local.json', () => {
    const configuration = effectiveConfiguration({ secureAccess: 'http://127.0.0.1:4580/' });

    expect(configuration.organisations).toEqual({
      main: { secureAccess: { edition: 'global', baseUrl: 'http://127.0.0.1:4580' } },
    });
    expect(Object.keys(configuration.connections)).toEqual([
      ...['splunk', 'ioc-list', 'partner-feed', 'trial-feed'],
    ]);
  });
});
