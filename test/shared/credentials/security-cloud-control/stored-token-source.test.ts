import { beforeEach, describe, expect, it } from 'vitest';
import { organisationNameSchema, stageNameSchema } from '#shared/config/names.ts';
import type { TokenSource } from '#shared/credentials/access-token.ts';
import { storedSccTokenSource } from '#shared/credentials/security-cloud-control/stored-token-source.ts';
import { RetryLater } from '#shared/errors/retry-later.ts';
import { AdvancingTime } from '../../cisco/advancing-time.ts';
import { InMemoryTokenSecret, storedToken } from '../in-memory-token-secret.ts';

const hours = 3_600;

let time: AdvancingTime;
let secret: InMemoryTokenSecret;
let rotations: string[];
/** What a rotation brings; nothing where it does not come to its end. */
let rotated: string | undefined;
let source: TokenSource;

beforeEach(() => {
  time = new AdvancingTime();
  secret = new InMemoryTokenSecret();
  rotations = [];
  rotated = 'rotated';
  source = storedSccTokenSource({
    stage: stageNameSchema.parse('test'),
    organisation: organisationNameSchema.parse('main'),
    secrets: secret,
    rotations: {
      async begin(secretName) {
        rotations.push(secretName);
        if (rotated) store(rotated);
      },
    },
    clock: time,
    sleep: time.sleep,
  });
});

function store(accessToken: string, leftSeconds = 18 * hours) {
  secret.put(storedToken(accessToken, leftSeconds, time.now()));
}

describe('an access token of Security Cloud Control', () => {
  it('is the stored one, and nothing is rotated', async () => {
    store('stored');

    expect((await source.current()).accessToken).toBe('stored');
    expect(rotations).toEqual([]);
  });

  it('is read again when it was refused, because the schedule may have rotated it', async () => {
    store('old');
    const failed = await source.current();
    store('new');

    expect((await source.replace(failed)).accessToken).toBe('new');
    expect(rotations).toEqual([]);
  });

  it('is rotated when the one that was refused is still stored', async () => {
    store('old');

    expect((await source.replace(await source.current())).accessToken).toBe('rotated');
    expect(rotations).toEqual(['scc-automations/test/organisations/main/scc-access-token']);
  });

  it.each([
    ['has never been stored', () => undefined],
    ['is over', () => store('old', 30)],
  ])('is rotated when it %s', async (_case, prepare) => {
    prepare();

    expect((await source.current()).accessToken).toBe('rotated');
    expect(rotations).toHaveLength(1);
  });

  it('is asked for once in place of a refused one, however often that is refused', async () => {
    rotated = undefined;
    store('old');
    const failed = await source.current();

    for (let attempt = 0; attempt < 3; attempt += 1) {
      await expect(source.replace(failed)).rejects.toThrow(RetryLater);
    }

    expect(rotations).toHaveLength(1);
  });

  it('is waited for half a minute, and then it is said where to look', async () => {
    rotated = undefined;
    store('old');

    await expect(source.replace(await source.current())).rejects.toThrow(/log of rotate-scc-token/);
    expect(time.slept.reduce((sum, each) => sum + each, 0)).toBe(30_000);
  });

  it('counts although it comes while it is waited for', async () => {
    rotated = undefined;
    store('old');
    const failed = await source.current();
    const original = time.sleep;
    const slow = storedSccTokenSource({
      stage: stageNameSchema.parse('test'),
      organisation: organisationNameSchema.parse('main'),
      secrets: secret,
      rotations: { begin: async () => undefined },
      clock: time,
      async sleep(milliseconds) {
        await original(milliseconds);
        if (time.slept.length === 4) store('late');
      },
    });

    expect((await slow.replace(failed)).accessToken).toBe('late');
    expect(time.slept).toHaveLength(4);
  });
});
