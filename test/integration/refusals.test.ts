import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { secretOf } from '#infra/local/sender-authentication.ts';
import { DeployedSystem, newDomains } from './deployed-system.ts';

const system = new DeployedSystem();
const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  requestId: z.string(),
});

interface Refusal {
  title: string;
  status: number;
  says: RegExp;
  send: () => Promise<Response>;
}

const body = newDomains(1);

const refusals: Refusal[] = [
  {
    title: 'a signature of another secret',
    status: 401,
    says: /signature/i,
    send: () => system.post('ioc-list', body, { headers: { 'webhook-signature': `v1,${'A'.repeat(43)}=` } }),
  },
  {
    title: 'no signature',
    status: 401,
    says: /webhook-signature|header/i,
    send: () => unsigned('ioc-list'),
  },
  {
    title: 'a timestamp from ten minutes ago',
    status: 401,
    says: /timestamp|minutes|clock/i,
    send: () => system.post('ioc-list', body, { sentAt: new Date(Date.now() - 600_000) }),
  },
  {
    title: 'a wrong bearer token',
    status: 401,
    says: /token/i,
    send: () => system.post('splunk', body, { headers: { authorization: 'Bearer wrong-token' } }),
  },
  { title: 'no bearer token', status: 401, says: /authorization|bearer/i, send: () => unsigned('splunk') },
  {
    title: 'a body over the limit',
    status: 413,
    says: /1048576|1,048,576|bytes/i,
    send: () => system.post('ioc-list', { indicators: ['x'.repeat(1_100_000)] }),
  },
  {
    title: 'a body that is not JSON',
    status: 400,
    says: /JSON/,
    send: () => system.post('ioc-list', '{"indicators": ['),
  },
  {
    title: 'a body that is nested too deep',
    status: 400,
    says: /deep|depth|nest/i,
    send: () => system.post('ioc-list', `${'['.repeat(200)}${']'.repeat(200)}`),
  },
  {
    title: 'a body of another kind',
    status: 422,
    says: /indicators/,
    send: () => system.post('ioc-list', { hello: 'world' }),
  },
  {
    title: 'more indicators than allowed',
    status: 422,
    says: /5000|5,000/,
    send: () => system.post('ioc-list', newDomains(5_001)),
  },
  {
    title: 'a connection that does not exist',
    status: 404,
    says: /connection/i,
    send: () => fetch(`${system.stack.apiUrl}/webhooks/nobody`, { method: 'POST', body: '{}' }),
  },
  {
    title: 'another method',
    status: 405,
    says: /POST/,
    send: () => fetch(system.connection('splunk').url),
  },
];

function unsigned(name: string): Promise<Response> {
  return fetch(system.connection(name).url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

describe('a request that is refused', () => {
  it.each(refusals)(
    'because of $title gets a problem document that says so, and no secret',
    async ({ status, says, send }) => {
      const answer = await send();
      const text = await answer.text();

      expect(answer.status, text).toBe(status);
      expect(answer.headers.get('content-type')).toBe('application/problem+json');
      const problem = problemSchema.parse(JSON.parse(text));
      expect(problem.status).toBe(status);
      expect(problem.detail).toMatch(says);
      for (const { auth } of Object.values(system.stack.connections)) {
        expect(text).not.toContain(secretOf(auth) ?? 'there is none');
      }
    },
  );
});
