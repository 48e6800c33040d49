import { describe, expect } from 'vitest';
import { controlRoutes } from '../../security-cloud-control/control/control-routes.ts';
import { seededApiKey } from '../../security-cloud-control/seed.ts';
import { sendJson } from '../send-request.ts';
import { it } from './simulator-test.ts';

describe('the control routes', () => {
  it.for(controlRoutes)(
    'carry out the example of $method $template',
    async ({ method, example }, { simulator }) => {
      const answer = await sendJson(method, simulator.url + example.path, { body: example.body });
      expect(answer).toMatchObject({ status: 200, body: expect.anything() });
    },
  );

  it.for([
    {
      method: 'PUT',
      path: '/_control/settings',
      body: { newRefreshToken: 'never' },
      says: '"every-refresh"|"from-day-45"',
    },
    {
      method: 'POST',
      path: '/_control/tokens/examine',
      body: { sha256: 'x' },
      says: '64 hexadecimal digits',
    },
    { method: 'POST', path: '/_control/reset', body: { only: ['lists'] }, says: '"keys"' },
    {
      method: 'POST',
      path: '/_control/keys',
      body: { apiKeyId: 'x', refreshToken: 'a b' },
      says: 'white space',
    },
    {
      method: 'PUT',
      path: '/_control/keys/b0a7c2de-3c44-4f0e-8c1d-2f9e6a7b8cff',
      body: { enabled: false },
      says: 'there is no key',
    },
    {
      method: 'POST',
      path: '/_control/users/accept',
      body: { email: 'nobody@acme.example' },
      says: 'there is no user',
    },
    {
      method: 'POST',
      path: '/_control/groups',
      body: { id: 'e980e881-b61f-41f0-a9b4-06fbd2118f09', name: 'Night shift', members: ['x@acme.example'] },
      says: 'there is no user x@acme.example',
    },
    {
      method: 'POST',
      path: '/_control/faults',
      body: { match: {}, effect: { kind: 'add-by-hand' } },
      says: 'process-then-hang',
    },
  ])('refuse $method $path with $body and say $says', async ({ method, path, body, says }, { simulator }) => {
    const answer = await sendJson(method, simulator.url + path, { body });
    expect(answer).toMatchObject({ status: 400, body: { message: expect.stringContaining(says) } });
  });
});

describe('state and log', () => {
  it('show no token', async ({ simulator, platform }) => {
    const { access_token, refresh_token } = await platform.refresh();
    await platform.read('/v1/organizations', access_token);
    const everything = JSON.stringify([simulator.control.state(), simulator.control.requests()]);
    for (const token of [access_token, refresh_token, seededApiKey.refreshToken]) {
      expect(everything).not.toContain(token);
    }
    expect(simulator.control.requestCounts()).toEqual({
      'POST /v1/organizations/{orgId}/apiKeys/{apiKeyId}/token': 1,
      'GET /v1/organizations': 1,
    });
  });

  it('come back to the seed with a reset', async ({ simulator, platform }) => {
    const seed = simulator.control.state();
    await platform.refresh();
    simulator.control.changeSettings({ region: 'wrong' });
    simulator.control.changeKey(seededApiKey.apiKeyId, { enabled: false });
    simulator.control.advanceClock(60);
    simulator.control.reset();
    expect(simulator.control.state()).toEqual(seed);
  });
});
