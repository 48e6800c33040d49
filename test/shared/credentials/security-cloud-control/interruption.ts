import type { RotationPorts } from '#shared/credentials/security-cloud-control/rotation-ports.ts';
import { Mortality } from '#test/mortality.ts';

/** What can happen at a call: it fails without or with its effect, or it works and the process is killed. */
export const interruptionKinds = ['fails before', 'fails after', 'killed after'] as const;

export interface Interruption {
  /** Counts from 1. */
  readonly call: number;
  readonly kind: (typeof interruptionKinds)[number];
}

/** Counts calls to the outside and lets one of them fail; the caller lives on. */
class Fault {
  readonly names: string[] = [];
  readonly #interruption: Interruption;

  constructor(interruption: Interruption) {
    this.#interruption = interruption;
  }

  wrap<T extends object>(port: T, name: string): T {
    return new Proxy(port, {
      get: (target, member) => {
        const value = Reflect.get(target, member);
        if (typeof value !== 'function') return value;
        return async (...parameters: unknown[]) => {
          this.names.push(`${name}.${String(member)}`);
          const isHit = this.names.length === this.#interruption.call;
          if (isHit && this.#interruption.kind === 'fails before') throw new Error('failed, without effect');
          const result = await Reflect.apply(value, target, parameters);
          if (isHit) throw new Error('failed, with effect');
          return result;
        };
      },
    });
  }
}

/** Ports of a run that is interrupted, and the calls it makes, in order. Without an interruption it only counts. */
export function interrupted(
  ports: RotationPorts,
  interruption?: Interruption,
): { ports: RotationPorts; names: readonly string[] } {
  const fault = interruption && interruption.kind !== 'killed after' ? new Fault(interruption) : undefined;
  const mortality = new Mortality(interruption && { call: interruption.call, when: 'after' });
  const wrap = <T extends object>(port: T, name: string): T =>
    fault ? fault.wrap(port, name) : mortality.mortal(port, name);
  const { sleep } = wrap({ sleep: ports.sleep }, 'time');
  const lock = wrap(ports.lock, 'lock');
  return {
    names: fault ? fault.names : mortality.names,
    ports: {
      ...ports,
      apiKey: wrap(ports.apiKey, 'apiKey'),
      accessToken: wrap(ports.accessToken, 'accessToken'),
      platform: wrap(ports.platform, 'platform'),
      rescue: wrap(ports.rescue, 'rescue'),
      events: wrap(ports.events, 'events'),
      sleep,
      lock: {
        tryAcquire: async () => {
          const answer = await lock.tryAcquire();
          if (answer.kind === 'held') return answer;
          const { release } = wrap({ release: () => answer.release() }, 'lock');
          return { kind: 'acquired', release };
        },
      },
    },
  };
}
