import { describe, expect, it } from 'vitest';
import { GiveUp } from '#shared/errors/give-up.ts';
import { RetryLater } from '#shared/errors/retry-later.ts';
import { httpListDownload } from '#shared/iocs/guard/lists/download-list.ts';
import { answer, type Reaction, startHttpTestServer } from '../../../cisco/http-test-server.ts';

const download = httpListDownload({ mostBytes: 1_000, timeLimitMilliseconds: 300 });

async function downloadFrom(react: (path: string) => Reaction): Promise<string> {
  const { url } = await startHttpTestServer(({ path }) => react(path));
  return Buffer.from(await download(new URL('/list.csv?key=dummy-key', url).href)).toString();
}

describe('the download of a list', () => {
  it('gives the bytes', async () => {
    expect(await downloadFrom(() => answer(200, '1,a.example\n'))).toBe('1,a.example\n');
  });

  it('follows to where the list has moved', async () => {
    const body = await downloadFrom((path) =>
      path === '/new.csv' ? answer(200, '1,b.example\n') : answer(302, undefined, { location: '/new.csv' }),
    );
    expect(body).toBe('1,b.example\n');
  });

  it.each<[string, Reaction, typeof GiveUp | typeof RetryLater, RegExp]>([
    ['is gone', answer(404), GiveUp, /answered 404/],
    ['is refused', answer(403), GiveUp, /answered 403/],
    ['is too large', answer(200, 'x'.repeat(1_001)), GiveUp, /more than 1000 bytes/],
    ['fails at the server', answer(503), RetryLater, /answered 503/],
    ['is asked for too often', answer(429), RetryLater, /answered 429/],
    ['does not come', { kind: 'hang' }, RetryLater, /within 0.3 seconds/],
    ['comes in half', { kind: 'cut-in-body' }, RetryLater, /could not be reached/],
  ])('of one that %s says so, without the key in its address', async (_what, reaction, problem, says) => {
    const failure = await downloadFrom(() => reaction).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(problem);
    expect(String(failure)).toMatch(says);
    expect(String(failure)).not.toContain('dummy-key');
  });
});
