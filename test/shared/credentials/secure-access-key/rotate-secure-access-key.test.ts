import { inspect } from 'node:util';
import { beforeEach, describe, expect, it } from 'vitest';
import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';
import { OutcomeUnknown } from '#shared/errors/outcome-unknown.ts';
import { RetryLater } from '#shared/errors/retry-later.ts';
import { KeyRotationBench, prefix } from './key-rotation-bench.ts';

const ninetyMinutesInDays = 1.5 / 24;

let bench: KeyRotationBench;

beforeEach(() => {
  bench = new KeyRotationBench();
});

describe('an API key that is due', () => {
  it('is replaced by one with the same scopes and addresses, a new name and a new end', async () => {
    bench.cloud.keys.set(bench.pasted.id, { ...bench.pasted, allowedIPs: ['198.51.100.7'] });
    bench.passDays(60);

    expect(await bench.run()).toEqual({ kind: 'rotated', expiresAt: '2026-05-31T08:00:00.000Z' });

    expect(bench.cloud.created).toMatchObject([
      {
        name: expect.stringContaining(prefix),
        scopes: bench.pasted.scopes,
        allowedIPs: ['198.51.100.7'],
        expireAt: new Date('2026-05-31T08:00:00Z'),
      },
    ]);
    expect(bench.current()).toMatchObject({
      key: 'client-3',
      keyId: 'id-3',
      createdAt: '2026-03-02T08:00:00.000Z',
      expiresAt: '2026-05-31T08:00:00.000Z',
      replaces: { versionId: 'pasted-1', keyId: bench.pasted.id },
    });
  });

  it('stays in force until the last token minted with it is over, and is then deleted', async () => {
    bench.passDays(60);
    await bench.run();
    expect(bench.cloud.works({ key: bench.pasted.clientId, secret: bench.pasted.secret })).toBe(true);

    bench.passDays(ninetyMinutesInDays - 1 / 86_400);
    expect(await bench.run()).toEqual({ kind: 'kept', reason: 'not-due' });
    expect(bench.cloud.deleted).toEqual([]);

    bench.passDays(1 / 86_400);
    await bench.run();
    expect(bench.cloud.deleted).toEqual([bench.pasted.id]);
    expect(bench.cloud.works(bench.current())).toBe(true);
  });

  it('is replaced for years, and there are never more than two keys of ours', async () => {
    let rotations = 0;
    for (let day = 0; day < 1_000; day++) {
      if ((await bench.run()).kind === 'rotated') rotations += 1;
      expect(bench.cloud.works(bench.current())).toBe(true);
      expect(bench.ours().length).toBeLessThanOrEqual(2);
      bench.passDays(1);
    }
    expect(rotations).toBe(16);
  });
});

describe('an API key that is not due', () => {
  it('is left alone', async () => {
    bench.passDays(59.9);
    expect(await bench.run()).toEqual({ kind: 'kept', reason: 'not-due' });
    expect(bench.cloud.created).toEqual([]);
  });

  it('is replaced when a person asks for it', async () => {
    expect(await bench.run({ isForced: true })).toMatchObject({ kind: 'rotated' });
  });

  it('is not replaced while its predecessor is still in use, whoever asks', async () => {
    await bench.run({ isForced: true });
    expect(await bench.run({ isForced: true })).toEqual({ kind: 'kept', reason: 'former-key-in-use' });
    expect(bench.ours()).toHaveLength(1);
  });
});

describe('a person who acts meanwhile', () => {
  it('and stores another key during a rotation keeps it: ours is taken back', async () => {
    const other = bench.cloud.add('made by a person in a hurry');
    const ports = bench.ports();
    const prove = async () => {
      bench.secret.paste({ key: other.clientId, secret: other.secret });
    };

    expect(await bench.run({ isForced: true }, { ...ports, prove })).toEqual({ kind: 'overtaken' });

    expect(bench.current().key).toBe(other.clientId);
    expect(bench.ours()).toEqual([]);
  });

  it('and stores another key after a rotation that died keeps it: what that one left is deleted', async () => {
    const ports = bench.ports();
    const prove = () => Promise.reject(new RetryLater('no answer'));
    await expect(bench.run({ isForced: true }, { ...ports, prove })).rejects.toThrow(RetryLater);
    const other = bench.cloud.add('made by a person');
    bench.secret.paste({ key: other.clientId, secret: other.secret });

    expect(await bench.run()).toEqual({ kind: 'kept', reason: 'not-due' });
    expect(bench.current().key).toBe(other.clientId);
    expect(bench.ours()).toEqual([]);
  });

  it('and goes back to the former key is not overruled, and loses neither key', async () => {
    await bench.run({ isForced: true });
    bench.secret.rollBack();
    bench.passDays(1);

    expect(await bench.run()).toEqual({ kind: 'kept', reason: 'not-due' });
    expect(bench.current().key).toBe(bench.pasted.clientId);
    expect(bench.cloud.deleted).toEqual([]);
  });
});

describe('keys of others', () => {
  it.each([
    ['of another organisation whose name begins alike', prefix.replace(/:$/, '_eu:')],
    ['of the same stage in another account', prefix.replace('123456789012', '999999999999')],
    ['of another stage', prefix.replace(':prod:', ':test:')],
    ['of a person', 'scc-automations by hand'],
  ])('%s are never deleted', async (_said, name) => {
    const theirs = bench.cloud.add(`${name}20260101:x`);
    bench.cloud.add(`${prefix}20250101:left-behind`);
    bench.passDays(60);

    await bench.run();

    expect(bench.cloud.keys.has(theirs.id)).toBe(true);
    expect(bench.ours()).toEqual([bench.current().keyId]);
  });

  it('are served by a pasted key of a parent console, so that one is left to the person who made it', async () => {
    await bench.run({ isForced: true, isPastedKeyShared: true });
    bench.passDays(1);
    await bench.run({ isForced: true, isPastedKeyShared: true });
    bench.passDays(1);
    await bench.run({ isPastedKeyShared: true });

    expect(bench.cloud.keys.has(bench.pasted.id)).toBe(true);
    expect(bench.ours()).toEqual([bench.current().keyId]);
  });

  it('are not touched when the stored key is not among them', async () => {
    bench.cloud.add(`${prefix}20250101:left-behind`);
    bench.secret.paste({ key: 'of another organisation', secret: 'x' });

    await expect(bench.run()).rejects.toThrow('not among the keys that the KeyAdmin key can see');
    expect(bench.cloud.deleted).toEqual([]);
  });
});

describe('a new key', () => {
  it('that needs a moment is given it', async () => {
    let proofs = 0;
    const prove = async () => {
      proofs += 1;
      if (proofs < 3) throw new ConfigurationProblem('not known yet');
    };

    expect(await bench.run({ isForced: true }, bench.ports({ prove }))).toMatchObject({ kind: 'rotated' });
    expect(bench.time.slept).toEqual([10_000, 10_000]);
  });

  it('that does not work is deleted, and the present one stays', async () => {
    const prove = () => Promise.reject(new ConfigurationProblem('the key is refused'));

    await expect(bench.run({ isForced: true }, bench.ports({ prove }))).rejects.toThrow(
      'The new API key did not work, so it was deleted and the present one stays in use. the key is refused',
    );
    expect(bench.ours()).toEqual([]);
    expect(bench.current().key).toBe(bench.pasted.clientId);
  });

  it('that could not be tried yet is kept, tried by the next run and promoted', async () => {
    const prove = () => Promise.reject(new RetryLater('no answer'));
    await expect(bench.run({ isForced: true }, bench.ports({ prove }))).rejects.toThrow(RetryLater);

    expect(await bench.run()).toMatchObject({ kind: 'rotated' });
    expect(bench.ours()).toHaveLength(1);
  });

  it('whose secret was lost with the answer is deleted by the next run', async () => {
    const { keyAdmin } = bench.cloud;
    const losing = {
      ...keyAdmin,
      create: async (key: Parameters<typeof keyAdmin.create>[0]) => {
        await keyAdmin.create(key);
        throw new OutcomeUnknown('the answer was lost');
      },
    };
    const lost = bench.run({ isForced: true }, bench.ports({ keyAdmin: losing }));
    await expect(lost).rejects.toThrow(OutcomeUnknown);
    expect(bench.ours()).toHaveLength(1);

    expect(await bench.run()).toEqual({ kind: 'kept', reason: 'not-due' });
    expect(bench.ours()).toEqual([]);
  });
});

it('without a stored key a rotation says how to store one', async () => {
  const versions = { ...bench.ports().versions, read: async () => undefined };
  await expect(bench.run({}, bench.ports({ versions }))).rejects.toThrow(
    'credentials set <organisation>/secure-access-api-key',
  );
});

it('no error of a rotation holds a secret', async () => {
  const failures = [
    new ConfigurationProblem('refused'),
    new RetryLater('later'),
    new OutcomeUnknown('unknown'),
  ];
  for (const failure of failures) {
    const prove = () => Promise.reject(failure);
    const error = await bench
      .run({ isForced: true }, bench.ports({ prove }))
      .catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(Error);
    expect(inspect(error, { depth: 10 })).not.toContain('canary');
  }
});
