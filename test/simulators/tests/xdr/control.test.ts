import { describe, expect } from 'vitest';
import { controlRoutes } from '../../xdr/control/control-routes.ts';
import { seededClient } from '../../xdr/seed.ts';
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
    { method: 'PUT', path: '/_control/settings', body: { requestsPerHour: 0 }, says: 'requestsPerHour' },
    { method: 'POST', path: '/_control/clients', body: { clientId: 'x' }, says: 'clientPassword' },
    { method: 'POST', path: '/_control/modules', body: { name: 'x' }, says: 'instanceId' },
    { method: 'POST', path: '/_control/quota', body: { refuseForSeconds: 0 }, says: 'refuseForSeconds' },
    { method: 'DELETE', path: '/_control/modules/none', body: undefined, says: 'there are' },
    { method: 'POST', path: '/_control/reset', body: { only: ['lists'] }, says: '"intelligence"' },
  ])('refuse $method $path with $body and say $says', async ({ method, path, body, says }, { simulator }) => {
    const answer = await sendJson(method, simulator.url + path, { body });
    expect(answer).toMatchObject({ status: 400, body: { message: expect.stringContaining(says) } });
  });
});

describe('state and log', () => {
  it('show no password and no token', async ({ simulator, xdr }) => {
    await xdr.call('POST', '/iroh/iroh-inspect/inspect', { content: 'bad.example' });

    const everything = JSON.stringify([simulator.control.state(), simulator.control.requests()]);
    expect(everything).not.toContain(seededClient.clientPassword);
    expect(everything).not.toContain('eyJ');
    expect(simulator.control.requestCounts()).toEqual({
      'POST /iroh/oauth2/token': 1,
      'POST /iroh/iroh-inspect/inspect': 1,
    });
  });

  it('come back to the seed with a reset', async ({ simulator, xdr }) => {
    const seed = simulator.control.state();
    await xdr.call('POST', '/iroh/private-intel/note', {
      content: 'x',
      note_class: 'default',
      related_entities: [{ entity_type: 'incident', entity_id: 'incident-1' }],
    });
    simulator.control.putModule({ instanceId: 'more', name: 'More' });
    simulator.control.putClient({ ...seededClient, scopes: [], state: 'deleted' });
    simulator.control.changeQuota({ usedByOthers: 5, refuseForSeconds: 9 });
    expect(simulator.control.state()).not.toEqual(seed);

    simulator.control.reset();

    expect(simulator.control.state()).toEqual(seed);
  });
});
