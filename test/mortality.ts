/** Where a worker dies: at its n-th call to the outside, before the call has an effect or after. */
export interface Death {
  readonly call: number;
  readonly when: 'before' | 'after';
}

/**
 * Counts a worker's calls to the outside, and kills it at one of them; the dead make no further calls.
 * A test lets a healthy worker run once to learn the number of calls, then one worker die at each of them.
 */
export class Mortality {
  /** Calls so far. */
  calls = 0;
  /** What was called, in order: `store.openPost`. */
  readonly names: string[] = [];
  #isDead = false;
  readonly #death: Death | undefined;

  constructor(death?: Death) {
    this.#death = death;
  }

  /** Whether it has been killed. */
  get isDead(): boolean {
    return this.#isDead;
  }

  /** The same port, whose calls count and may be the last. `name` stands before each call's own in {@link names}. */
  mortal<T extends object>(port: T, name = ''): T {
    return new Proxy(port, {
      get: (target, member) => {
        const value = Reflect.get(target, member);
        if (typeof value !== 'function') return value;
        return async (...parameters: unknown[]) => {
          const call = ++this.calls;
          this.names.push(name ? `${name}.${String(member)}` : String(member));
          if (this.#isDead) throw new Error('dead');
          if (this.#death?.call === call && this.#death.when === 'before') this.#die();
          const result = await Reflect.apply(value, target, parameters);
          if (this.#isDead) throw new Error('dead');
          if (this.#death?.call === call) this.#die();
          return result;
        };
      },
    });
  }

  #die(): never {
    this.#isDead = true;
    throw new Error('killed');
  }
}

/** Every point at which a worker that makes so many calls can die. */
export function deathsAmong(calls: number): Death[] {
  return Array.from({ length: calls }, (_, index) => index + 1).flatMap((call) => [
    { call, when: 'before' as const },
    { call, when: 'after' as const },
  ]);
}
