import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { RotationPorts } from '#shared/credentials/security-cloud-control/rotation-ports.ts';
import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';
import { RetryLater } from '#shared/errors/retry-later.ts';
import type { PlatformBehaviour } from './platform-double.ts';
import { RotationBench } from './rotation-bench.ts';

describe('two rotations at once', () => {
  it.each(['the same', 'another'])(
    'refresh once, when the second has %s request token, and the second is asked to come again',
    async (which) => {
      const bench = new RotationBench();
      const first = randomUUID();
      const results = await Promise.allSettled([
        bench.rotate(first),
        bench.rotate(which === 'the same' ? first : randomUUID()),
      ]);

      expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
      expect(results[1]).toMatchObject({ reason: expect.any(RetryLater) });
      expect(bench.platform.refreshes).toBe(1);
      expect(bench.isKeyInOrder() && bench.isWorkerServed()).toBe(true);
    },
  );
});

/** AWS's own rotation of the API key, in its three moves. */
class ManagedRotation {
  readonly #bench: RotationBench;
  #current: string | undefined;
  #refreshed: string | undefined;
  #pending: string | undefined;
  readonly moves = [() => this.#refresh(), () => this.#store(), () => this.#promote()];

  constructor(bench: RotationBench) {
    this.#bench = bench;
  }

  async #refresh() {
    const current = this.#bench.apiKey.look('AWSCURRENT');
    if (!current) return;
    this.#current = current.versionId;
    const answer = await this.#bench.platform.refreshAccessToken(current.value);
    if (answer.kind === 'refreshed') this.#refreshed = answer.refreshToken;
  }

  async #store() {
    const current = this.#bench.apiKey.look('AWSCURRENT');
    if (!current || this.#refreshed === undefined) return;
    this.#pending = randomUUID();
    await this.#bench.apiKey.put(
      { ...current.value, refreshToken: this.#refreshed },
      'AWSPENDING',
      this.#pending,
    );
  }

  async #promote() {
    if (this.#pending !== undefined) await this.#bench.apiKey.promote(this.#pending, this.#current);
  }
}

/** Ports on which something happens just before certain calls. */
function withEvents(ports: RotationPorts, before: (call: number) => Promise<void>): RotationPorts {
  let calls = 0;
  const wrap = <T extends object>(port: T): T =>
    new Proxy(port, {
      get: (target, member) => {
        const value = Reflect.get(target, member);
        if (typeof value !== 'function') return value;
        return async (...parameters: unknown[]) => {
          await before(++calls);
          return Reflect.apply(value, target, parameters);
        };
      },
    });
  const { sleep } = wrap({ sleep: ports.sleep });
  return {
    ...ports,
    apiKey: wrap(ports.apiKey),
    platform: wrap(ports.platform),
    accessToken: wrap(ports.accessToken),
    rescue: wrap(ports.rescue),
    sleep,
  };
}

const replacedFates: PlatformBehaviour['replaced'][] = ['dies', 'lives-on'];

describe("AWS's own rotation of the key in the middle of ours", () => {
  it.each(replacedFates)(
    'never leaves the organisation without a working key, whenever its moves come, when the former token %s',
    async (replaced) => {
      const behaviour: PlatformBehaviour = { another: 'every-refresh', replaced };
      let calls = 0;
      const counting = new RotationBench(behaviour);
      await counting.rotate(
        randomUUID(),
        withEvents(counting.ports(), async (call) => {
          calls = call;
        }),
      );
      let interleavings = 0;
      const last = calls + 1;
      for (let refresh = 1; refresh <= last; refresh++) {
        for (let store = refresh; store <= last; store++) {
          for (let promote = store; promote <= last; promote++) {
            const where = `AWS refreshes before call ${refresh}, stores before ${store}, promotes before ${promote}`;
            const bench = new RotationBench(behaviour);
            const managed = new ManagedRotation(bench);
            const schedule = [refresh, store, promote];
            const upTo = async (call: number) => {
              while (schedule[0] !== undefined && schedule[0] <= call) {
                schedule.shift();
                await managed.moves.shift()?.();
              }
            };
            const ours = await bench.rotate(randomUUID(), withEvents(bench.ports(), upTo)).then(
              () => undefined,
              (error: unknown) => error,
            );
            const didAwsStore = managed.moves.length < 2;
            await upTo(Number.POSITIVE_INFINITY);
            interleavings += 1;

            // AWS's token may be in AWS's memory alone for longer than we wait: then ours calls for a person in vain.
            if (ours !== undefined && didAwsStore)
              expect(ours, where).not.toBeInstanceOf(ConfigurationProblem);
            expect(bench.isNewestKept(), where).toBe(true);
            bench.time.pass(3_600_000);
            await bench.rotate();
            expect(bench.isWorkerServed(), where).toBe(true);
            const current = bench.apiKey.look('AWSCURRENT')?.value.refreshToken ?? '';
            expect(bench.platform.isRefreshTokenAlive(current), where).toBe(true);
          }
        }
      }
      console.info(`${interleavings} interleavings with AWS's own rotation, the former token ${replaced}`);
    },
    60_000,
  );
});
