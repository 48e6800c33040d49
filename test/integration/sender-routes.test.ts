import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiCaller } from './api-caller.ts';
import { acceptedSchema, DeployedSystem, newDomains, statusCounts } from './deployed-system.ts';

const system = new DeployedSystem();
const { apiUrl } = system.stack;
const body = newDomains(1);

function postUnsigned(path: string, init: RequestInit = {}): Promise<Response> {
  return fetch(`${apiUrl}${path}`, { method: 'POST', body: JSON.stringify(body), ...init });
}

async function expectProblem(answer: Response, status: number, says: RegExp): Promise<void> {
  const text = await answer.text();
  expect(answer.status, text).toBe(status);
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  expect(text).toMatch(says);
}

describe('a sender that has nothing but an address', () => {
  const name = 'ticket-form';
  const { url } = system.connection(name);

  it('is known by the secret at its end, and its indicators are blocked', async () => {
    const { requestId } = await system.accepted(name, newDomains(2));
    expect(statusCounts(await system.settled(requestId))).toEqual({ enforced: 2 });
  });

  it.each([
    { when: 'the secret is another', path: `/webhooks/${name}/${'a'.repeat(43)}`, says: /none of the valid/ },
    { when: 'there is no secret', path: `/webhooks/${name}`, says: /a slash and its secret/ },
  ])('is refused when $when', async ({ path, says }) => {
    await expectProblem(await postUnsigned(path), 401, says);
  });

  it('is refused with another method, and the answer does not repeat the secret', async () => {
    const answer = await fetch(url);
    expect(await answer.clone().text()).not.toContain(url.split('/').at(-1));
    await expectProblem(answer, 405, /POST/);
  });

  it("opens no other connection, whose sender has to prove itself in that connection's way", async () => {
    const secret = url.split('/').at(-1);
    await expectProblem(await postUnsigned(`/webhooks/ioc-list/${secret}`), 401, /webhook-signature|header/i);
  });
});

describe('a sender in AWS', () => {
  const { url } = system.connection('aws-soar');
  let configured: ApiCaller;
  let stranger: ApiCaller;
  beforeAll(async () => {
    configured = await ApiCaller.create('soar', system);
    stranger = await ApiCaller.create('stranger', system);
  });
  afterAll(() => Promise.all([configured.remove(), stranger.remove()]));

  it('is known by the credentials that sign its request, and its indicators are blocked', async () => {
    const answer = await configured.post(url, newDomains(2));
    expect(answer.status).toBe(202);
    const { requestId } = acceptedSchema.parse(await answer.json());
    expect(statusCounts(await system.settled(requestId))).toEqual({ enforced: 2 });
  });

  it('is refused when the connection does not name it, and is told its own name', async () => {
    await expectProblem(await stranger.post(url, body), 401, /arn:aws:iam::\d{12}:user\/stranger is none of/);
  });

  it('is not even let in without a signature', async () => {
    expect((await postUnsigned('/aws-webhooks/aws-soar')).status).toBe(403);
  });

  it('is told the right address when it posts where others do', async () => {
    await expectProblem(await postUnsigned('/webhooks/aws-soar'), 401, /post to \/aws-webhooks\//);
  });

  it('gets no further with a connection of another kind than anybody else', async () => {
    const answer = await configured.post(`${apiUrl}/aws-webhooks/ioc-list`, body);
    await expectProblem(answer, 401, /webhook-signature|header/i);
  });
});
