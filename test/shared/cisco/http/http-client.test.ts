import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { HttpCall } from '#shared/cisco/http/http-call.ts';
import { type HttpClientOptions, httpClient } from '#shared/cisco/http/http-client.ts';
import { OutcomeUnknown } from '#shared/errors/outcome-unknown.ts';
import { RetryLater } from '#shared/errors/retry-later.ts';
import { AdvancingTime } from '../advancing-time.ts';
import { answer, type Reaction, startHttpTestServer, unusedUrl } from '../http-test-server.ts';

/** Stands in every request; no error may show it. */
const canary = 'canary-of-the-token';

function callTo(url: URL, more: Partial<HttpCall> = {}): HttpCall {
  return {
    method: 'GET',
    url: new URL('/policies/v2/rules?limit=1000', url),
    headers: { authorization: `Bearer ${canary}` },
    repetition: 'repeatable',
    ...more,
  };
}

const write = { method: 'POST', body: '[]', repetition: 'once' } as const;

/** A client whose waits take no time and have the least length. */
function patientClient(options: HttpClientOptions = {}) {
  const time = new AdvancingTime();
  return { time, client: httpClient({ clock: time, sleep: time.sleep, random: () => 0 }, options) };
}

/** A server that reacts with each in turn, and with the last one from then on. */
function serverOf(first: Reaction, ...others: Reaction[]) {
  return startHttpTestServer(
    (_call, callNumber) => [first, ...others].at(callNumber - 1) ?? others.at(-1) ?? first,
  );
}

async function errorOf(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('expected a failure');
}

describe('an answer', () => {
  it.each([
    ['JSON', '{"a":1}', { a: 1 }],
    ['text', 'upstream down', 'upstream down'],
    ['broken JSON', '{"a":', '{"a":'],
    ['nothing', '', undefined],
  ])('of %s comes as it is, after one request', async (_said, body, parsed) => {
    const server = await serverOf(answer(200, body, { 'x-request-id': '7' }));

    const received = await patientClient().client.send(callTo(server.url));

    expect(received).toMatchObject({ status: 200, body: parsed });
    expect(received.headers.get('x-request-id')).toBe('7');
    expect(server.calls).toMatchObject([{ method: 'GET', path: '/policies/v2/rules?limit=1000' }]);
  });

  it.each([400, 401, 403, 404, 409, 413])(
    '%i is for the caller to read, after one request',
    async (status) => {
      const server = await serverOf(answer(status, { message: 'no' }));
      const { client, time } = patientClient();

      expect(await client.send(callTo(server.url, write))).toMatchObject({ status, body: { message: 'no' } });
      expect(server.calls).toHaveLength(1);
      expect(time.slept).toEqual([]);
    },
  );
});

describe('too many requests', () => {
  it.each(['repeatable', 'once'] as const)('are %s tried again after our own waits', async (repetition) => {
    const server = await serverOf(answer(429), answer(429), answer(200, { ok: true }));
    const { client, time } = patientClient();

    expect(await client.send(callTo(server.url, { ...write, repetition }))).toMatchObject({ status: 200 });
    expect(server.calls).toHaveLength(3);
    expect(time.slept).toEqual([500, 1_000]);
  });

  it('are tried again when the server says', async () => {
    const server = await serverOf(answer(429, {}, { 'retry-after': '17' }), answer(200, {}));
    const { client, time } = patientClient();

    await client.send(callTo(server.url, write));

    expect(server.calls).toHaveLength(2);
    expect(time.slept).toEqual([17_000]);
  });

  it('are left for later when the server names more time than there is, with its wish', async () => {
    const server = await serverOf(answer(429, {}, { 'retry-after': '61' }));
    const { client, time } = patientClient();

    const error = await errorOf(client.send(callTo(server.url, write)));

    expect(error).toBeInstanceOf(RetryLater);
    expect(error).toMatchObject({ retryAfterSeconds: 61, message: expect.stringContaining('HTTP 429') });
    expect(server.calls).toHaveLength(1);
    expect(time.slept).toEqual([]);
  });

  it('are left for later after six attempts', async () => {
    const server = await serverOf(answer(429));

    const error = await errorOf(patientClient().client.send(callTo(server.url, write)));

    expect(error).toMatchObject({
      name: 'RetryLater',
      retryAfterSeconds: 0,
      message: expect.stringContaining('/policies/v2/rules: HTTP 429 at attempt 6 of 6'),
    });
    expect(server.calls).toHaveLength(6);
  });
});

describe('a failing server', () => {
  it.each([500, 502, 503, 504])('is asked again after %i when that does no harm', async (status) => {
    const server = await serverOf(answer(status, 'down'), answer(200, { ok: true }));

    expect(await patientClient().client.send(callTo(server.url))).toMatchObject({ body: { ok: true } });
    expect(server.calls).toHaveLength(2);
  });

  it.each([500, 503])('is not asked again after %i to a call that may be sent once', async (status) => {
    const server = await serverOf(answer(status, 'down', { 'retry-after': '1' }));

    const error = await errorOf(patientClient().client.send(callTo(server.url, write)));

    expect(error).toBeInstanceOf(OutcomeUnknown);
    expect(error).toMatchObject({ message: expect.stringContaining(`HTTP ${status}`) });
    expect(server.calls).toHaveLength(1);
  });
});

describe('a lost answer', () => {
  it.each<[said: string, reaction: Reaction]>([
    ['cut before the answer', { kind: 'cut' }],
    ['cut within the answer', { kind: 'cut-in-body' }],
    ['not answered within the time for one attempt', { kind: 'hang' }],
  ])('(%s) is asked for again', async (_said, reaction) => {
    const server = await serverOf(reaction, answer(200, { ok: true }));
    const { client, time } = patientClient({ attemptTimeLimitMilliseconds: 1_000 });

    expect(await client.send(callTo(server.url))).toMatchObject({ body: { ok: true } });
    expect(server.calls).toHaveLength(2);
    expect(time.slept).toEqual([500]);
  });

  it.each<[said: string, reaction: Reaction]>([
    ['cut before the answer', { kind: 'cut' }],
    ['cut within the answer', { kind: 'cut-in-body' }],
    ['not answered within the time for one attempt', { kind: 'hang' }],
  ])(
    '(%s) of a call that may be sent once leaves its outcome unknown after one request',
    async (_said, reaction) => {
      const server = await serverOf(reaction);
      const { client } = patientClient({ attemptTimeLimitMilliseconds: 1_000 });

      const error = await errorOf(client.send(callTo(server.url, write)));

      expect(error).toBeInstanceOf(OutcomeUnknown);
      expect(error).toMatchObject({ message: expect.stringContaining('read before repeating') });
      expect(server.calls).toHaveLength(1);
    },
  );

  it('that hangs ends with the total time, when less of it is left than one attempt may take', async () => {
    const server = await serverOf({ kind: 'hang' });
    const { client } = patientClient({
      attemptTimeLimitMilliseconds: 60_000,
      totalTimeLimitMilliseconds: 450,
    });

    await expect(client.send(callTo(server.url))).rejects.toThrow(RetryLater);
    expect(server.calls).toHaveLength(1);
  });
});

describe('the total time', () => {
  it('ends the attempts before their number is reached', async () => {
    const server = await serverOf(answer(500));
    const { client, time } = patientClient({ totalTimeLimitMilliseconds: 2_000 });

    await expect(client.send(callTo(server.url))).rejects.toThrow(RetryLater);
    expect(time.slept).toEqual([500, 1_000]);
    expect(server.calls).toHaveLength(3);
  });
});

describe('a server that cannot be reached', () => {
  it('is tried again also by a call that may be sent once, for it certainly was not', async () => {
    const { client, time } = patientClient();

    const error = await errorOf(client.send(callTo(await unusedUrl(), write)));

    expect(error).toBeInstanceOf(RetryLater);
    expect(error).toMatchObject({ message: expect.stringContaining('could not be reached') });
    expect(time.slept).toEqual([500, 1_000, 2_000, 4_000, 8_000]);
  });
});

describe('an answer without end', () => {
  const tooLarge = { kind: 'answer', status: 200, body: Buffer.alloc(16 * 1024 * 1024 + 1, ' ') } as const;
  const retry = { attempts: 1, firstWaitMilliseconds: 1, longestWaitMilliseconds: 1 };

  it('is not read further than 16 MiB', async () => {
    const server = await serverOf(tooLarge);

    const error = await errorOf(patientClient({ retry }).client.send(callTo(server.url)));

    expect(error).toMatchObject({
      name: 'RetryLater',
      cause: new Error('the answer is larger than 16777216 bytes'),
    });
  });

  it('leaves the outcome of a write unknown', async () => {
    const server = await serverOf(tooLarge);
    await expect(patientClient({ retry }).client.send(callTo(server.url, write))).rejects.toThrow(
      OutcomeUnknown,
    );
  });
});

describe('a redirect', () => {
  it('within the origin carries the token on', async () => {
    const server = await startHttpTestServer(({ path }) =>
      path === '/moved' ? answer(200, { ok: true }) : answer(307, {}, { location: '/moved' }),
    );

    expect(await patientClient().client.send(callTo(server.url))).toMatchObject({ body: { ok: true } });
    expect(server.calls.map(({ headers }) => headers.authorization)).toEqual(
      Array(2).fill(`Bearer ${canary}`),
    );
  });

  it('of a write is not followed: the answer says where it points', async () => {
    const server = await serverOf(answer(307, {}, { location: '/moved' }));

    expect(await patientClient().client.send(callTo(server.url, write))).toMatchObject({ status: 307 });
    expect(server.calls).toHaveLength(1);
  });

  it('to plain http elsewhere is not followed', async () => {
    const other = await serverOf(answer(200));
    const server = await serverOf(answer(302, {}, { location: other.url.href }));

    expect(await patientClient().client.send(callTo(server.url))).toMatchObject({ status: 302 });
    expect(other.calls).toEqual([]);
  });

  it('that leads on and on is followed three times', async () => {
    const server = await serverOf(answer(302, {}, { location: '/policies/v2/rules' }));

    expect(await patientClient().client.send(callTo(server.url))).toMatchObject({ status: 302 });
    expect(server.calls).toHaveLength(4);
  });
});

describe('the signal that the time is over', () => {
  it('ends an attempt', async () => {
    const ending = new AbortController();
    const server = await startHttpTestServer(() => {
      ending.abort(new Error('the time is over'));
      return { kind: 'hang' };
    });
    const { client, time } = patientClient({ signal: ending.signal });

    const error = await errorOf(client.send(callTo(server.url)));

    expect(error).toBeInstanceOf(RetryLater);
    expect(error).toMatchObject({
      message: expect.stringContaining('no complete answer came at attempt 1 of 6'),
    });
    expect(server.calls).toHaveLength(1);
    expect(time.slept).toEqual([]);
  });

  it('ends a wait', async () => {
    const ending = new AbortController();
    const server = await serverOf(answer(429));
    const time = new AdvancingTime();
    const client = httpClient(
      {
        clock: time,
        random: () => 0,
        sleep: async (_milliseconds, signal) => {
          ending.abort(new Error('the time is over'));
          signal?.throwIfAborted();
        },
      },
      { signal: ending.signal },
    );

    const error = await errorOf(client.send(callTo(server.url, write)));

    expect(error).toBeInstanceOf(RetryLater);
    expect(error).toMatchObject({ cause: new Error('the time is over') });
    expect(server.calls).toHaveLength(1);
  });

  it('keeps a write from being sent, so that its outcome is no riddle', async () => {
    const server = await serverOf(answer(200));
    const { client } = patientClient({ signal: AbortSignal.abort() });

    await expect(client.send(callTo(server.url, write))).rejects.toThrow(RetryLater);
    expect(server.calls).toEqual([]);
  });
});

describe('no error shows the token', () => {
  const wholeText = (error: unknown) => inspect(error, { depth: 10, showHidden: true });

  it.each<[said: string, reaction: Reaction]>([
    ['a failing server that echoes it', answer(500, `you sent Bearer ${canary}`)],
    ['a refusal that echoes it', answer(429, { message: `Bearer ${canary}` }, { 'x-echo': canary })],
    ['a cut connection', { kind: 'cut' }],
    ['a hanging server', { kind: 'hang' }],
  ])('after %s', async (_said, reaction) => {
    const server = await serverOf(reaction);
    const { client } = patientClient({ attemptTimeLimitMilliseconds: 50 });

    for (const more of [{}, write]) {
      expect(wholeText(await errorOf(client.send(callTo(server.url, more))))).not.toContain(canary);
    }
  });

  it('after a connection that was refused', async () => {
    const error = await errorOf(patientClient().client.send(callTo(await unusedUrl())));
    expect(wholeText(error)).not.toContain(canary);
  });

  it.each(['\n', '\u0000', '…'])(
    'when it holds %j, which no header may: nothing is sent either',
    async (character) => {
      const server = await serverOf(answer(200));
      const headers = { authorization: `Bearer ${canary}${character}${canary}` };

      const error = await errorOf(patientClient().client.send(callTo(server.url, { headers })));

      expect(error).toBeInstanceOf(RetryLater);
      expect(wholeText(error)).not.toContain(canary);
      expect(server.calls).toEqual([]);
    },
  );
});
