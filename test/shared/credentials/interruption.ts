import { Mortality } from '#test/mortality.ts';

/**
 * What can happen at a call: it fails without or with its effect, and the run lives on to deal with it; or the process
 * is killed before it or after it.
 */
export const interruptionKinds = ['fails before', 'fails after', 'killed before', 'killed after'] as const;

export interface Interruption {
  /** Counts from 1. */
  readonly call: number;
  readonly kind: (typeof interruptionKinds)[number];
}

/** Counts calls to the outside and interrupts one of them; without an interruption it only counts. */
export class Interruptible {
  readonly #mortality: Mortality;
  readonly #failure: Interruption | undefined;

  constructor(interruption?: Interruption) {
    const isDeath = interruption?.kind.startsWith('killed');
    this.#failure = isDeath ? undefined : interruption;
    const when = interruption?.kind === 'killed before' ? 'before' : 'after';
    this.#mortality = new Mortality(isDeath && interruption ? { call: interruption.call, when } : undefined);
  }

  /** What was called, in order: `versions.put`. */
  get names(): readonly string[] {
    return this.#mortality.names;
  }

  /** The same port, whose calls count and may be interrupted. */
  port<T extends object>(port: T, name: string): T {
    const counted = this.#mortality.mortal(port, name);
    return new Proxy(counted, {
      get: (target, member) => {
        const call = Reflect.get(target, member);
        if (typeof call !== 'function') return call;
        return async (...parameters: unknown[]) => {
          const isHit = this.#mortality.calls + 1 === this.#failure?.call;
          if (isHit && this.#failure?.kind === 'fails before') {
            this.#mortality.calls += 1;
            throw new Error('failed, without effect');
          }
          const result = await Reflect.apply(call, target, parameters);
          if (isHit) throw new Error('failed, with effect');
          return result;
        };
      },
    });
  }
}

/** Every way in which a run that makes so many calls can be interrupted. */
export function interruptionsAmong(calls: number): Interruption[] {
  return Array.from({ length: calls }, (_, index) => index + 1).flatMap((call) =>
    interruptionKinds.map((kind) => ({ call, kind })),
  );
}
