import { describe, expect } from 'vitest';
import { controlRoutes } from '../../firewall-manager/control/control-routes.ts';
import { seededApiToken, seededUsers } from '../../firewall-manager/seed.ts';
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
      body: { generateWithLiveToken: 'maybe' },
      says: '"replaces"|"adds"|"same"|"refuses"',
    },
    { method: 'POST', path: '/_control/users', body: { uid: 'x' }, says: 'uid' },
    { method: 'POST', path: '/_control/tokens/examine', body: {}, says: 'sha256' },
    { method: 'POST', path: '/_control/reset', body: { only: ['keys'] }, says: '"users"' },
  ])('refuse $method $path with $body and say $says', async ({ method, path, body, says }, { simulator }) => {
    const answer = await sendJson(method, simulator.url + path, { body });
    expect(answer).toMatchObject({ status: 400, body: { message: expect.stringContaining(says) } });
  });
});

describe('state and log', () => {
  it('show no token', async ({ simulator, tenant }) => {
    const token = await tenant.generate(seededUsers.second.uid);
    const everything = JSON.stringify([simulator.control.state(), simulator.control.requests()]);
    expect(everything).not.toContain(token);
    expect(everything).not.toContain(seededApiToken);
    expect(simulator.control.requestCounts()).toEqual({ 'POST /v1/users/{apiUserUid}/apiToken/generate': 1 });
  });

  it('come back to the seed with a reset', async ({ simulator, tenant }) => {
    const seed = simulator.control.state();
    await tenant.generate(seededUsers.second.uid);
    simulator.control.changeSettings({ rolesClaim: 'Roles' });
    simulator.control.reset();
    expect(simulator.control.state()).toEqual(seed);
  });
});
