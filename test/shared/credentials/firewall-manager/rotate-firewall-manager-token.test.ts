import { inspect } from 'node:util';
import { beforeEach, describe, expect, it } from 'vitest';
import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';
import { OutcomeUnknown } from '#shared/errors/outcome-unknown.ts';
import { RetryLater } from '#shared/errors/retry-later.ts';
import { readings, TokenRotationBench, users } from './token-rotation-bench.ts';

let bench: TokenRotationBench;

beforeEach(() => {
  bench = new TokenRotationBench();
});

describe('a token', () => {
  it.each([
    [29, false, 'kept'],
    [30, false, 'rotated'],
    [0, true, 'rotated'],
  ])('after %i days, asked for: %s, is %s', async (days, isForced, kind) => {
    bench.time.pass(days * 86_400_000);
    expect(await bench.run({ isForced })).toMatchObject({ kind });
  });

  it('of unknown age is replaced', async () => {
    bench.secret.paste({ token: bench.currentToken() });
    expect(await bench.run()).toEqual({ kind: 'rotated' });
  });

  it.each(readings)('is one of the two users in turn, when generating a second one %s', async (reading) => {
    bench = new TokenRotationBench(reading);
    for (const user of [users[1], users[0], users[1]]) {
      expect(await bench.run({ isForced: true })).toEqual({ kind: 'rotated' });
      expect(bench.userInUse()).toBe(user);
      expect(bench.secret.peek('AWSCURRENT')?.value.userUid).toBe(user);
      expect([...bench.cloud.live.keys()]).toEqual([bench.currentToken()]);
    }
  });
});

describe('a person who acts meanwhile', () => {
  it.each([
    ['of the user who is in use', users[0]],
    ['of the user for whom one was just generated', users[1]],
  ])('and stores a token %s keeps it, and the next run ends all others', async (_said, user) => {
    const { apiTokens } = bench.cloud;
    let theirs = '';
    const generate: typeof apiTokens.generate = async (...parameters) => {
      const ours = await apiTokens.generate(...parameters);
      theirs = bench.cloud.issue(user);
      bench.secret.paste({ token: theirs, createdAt: bench.time.now().toISOString() });
      return ours;
    };

    const ports = bench.ports({ apiTokens: { ...apiTokens, generate } });
    expect(await bench.run({ isForced: true }, ports)).toEqual({ kind: 'overtaken' });
    expect(bench.cloud.live.has(theirs)).toBe(true);

    await bench.run();
    expect(bench.currentToken()).toBe(theirs);
    expect(bench.userInUse()).toBe(user);
  });

  it('and stores the idle user’s token just before it would be revoked does not lose it', async () => {
    let theirs = '';
    const { apiTokens } = bench.cloud;
    const describe: typeof apiTokens.describe = async (token) => {
      const info = await apiTokens.describe(token);
      theirs = bench.cloud.issue(users[1]);
      bench.secret.paste({ token: theirs });
      return info;
    };

    await expect(bench.run({}, bench.ports({ apiTokens: { ...apiTokens, describe } }))).rejects.toThrow(
      RetryLater,
    );
    expect(bench.userInUse()).toBe(users[1]);
  });
});

describe('a stored token that cannot be used', () => {
  it.each<[said: string, prepare: (broken: TokenRotationBench) => void, words: string]>([
    ['was revoked', (broken) => broken.cloud.live.clear(), 'it was revoked or belongs to another region'],
    [
      'belongs to a user who is not configured',
      (broken) => broken.secret.paste({ token: broken.cloud.issue('a person') }),
      'it belongs to user a person, configured are uid-a and uid-b',
    ],
    [
      'lacks a role',
      (broken) => {
        broken.cloud.roles = ['ROLE_READ_ONLY'];
      },
      'it lacks ROLE_SUPER_ADMIN; it has ROLE_READ_ONLY',
    ],
  ])('because it %s is reported with what to do, and nothing is revoked', async (_said, prepare, words) => {
    bench.cloud.issue(users[1]);
    prepare(bench);
    const alive = bench.cloud.live.size;

    const rotating = bench.run({ isForced: true });

    await expect(rotating).rejects.toThrow(ConfigurationProblem);
    await expect(rotating).rejects.toThrow(words);
    await expect(rotating).rejects.toThrow('credentials set <organisation>/firewall-manager-token');
    expect(bench.cloud.live.size).toBe(alive);
  });
});

describe('a new token', () => {
  it('that needs a moment is given it', async () => {
    const { apiTokens } = bench.cloud;
    let looks = 0;
    const describe: typeof apiTokens.describe = async (token) => {
      looks += 1;
      return looks === 2 ? undefined : apiTokens.describe(token);
    };
    const ports = bench.ports({ apiTokens: { ...apiTokens, describe } });

    expect(await bench.run({ isForced: true }, ports)).toEqual({ kind: 'rotated' });
    expect(bench.time.slept).toEqual([5_000]);
  });

  it('that lacks a role is revoked, and the present one stays', async () => {
    const { apiTokens } = bench.cloud;
    const describe: typeof apiTokens.describe = async (token) => {
      const info = await apiTokens.describe(token);
      return info && info.uid === users[1] ? { ...info, roles: [] } : info;
    };

    const ports = bench.ports({ apiTokens: { ...apiTokens, describe } });
    await expect(bench.run({ isForced: true }, ports)).rejects.toThrow('it lacks ROLE_SUPER_ADMIN');
    expect(bench.userInUse()).toBe(users[0]);
    expect(bench.cloud.live.size).toBe(1);
  });

  it('whose answer was lost is revoked by the next run', async () => {
    const { apiTokens } = bench.cloud;
    const generate: typeof apiTokens.generate = async (...parameters) => {
      await apiTokens.generate(...parameters);
      throw new OutcomeUnknown('the answer was lost');
    };
    const ports = bench.ports({ apiTokens: { ...apiTokens, generate } });
    await expect(bench.run({ isForced: true }, ports)).rejects.toThrow(OutcomeUnknown);

    expect(await bench.run()).toEqual({ kind: 'kept', reason: 'not-due' });
    expect([...bench.cloud.live.keys()]).toEqual([bench.currentToken()]);
  });
});

it('no error of a rotation holds a token', async () => {
  bench.cloud.roles = [];
  const error = await bench.run().catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(Error);
  expect(inspect(error, { depth: 10 })).not.toContain('canary');
});
