import { z } from 'zod';

/** Roaming computers as a test makes them: by name, or so many with made-up names. */
export const roamingComputersSchema = z.strictObject({
  computers: z.union([z.int().min(1).max(20_000), z.array(z.string().min(1).max(50)).min(1)], {
    error: 'computers must be an array of names, or how many made-up computers',
  }),
});

export type RoamingComputersInput = z.input<typeof roamingComputersSchema>;

export interface RoamingComputer {
  readonly originId: number;
  /** Hexadecimal; the paths name it. */
  readonly deviceId: string;
  readonly name: string;
  readonly lastSync: Date;
}

const firstOriginId = 618_400_001;

/** The computers that are registered, in the order of their registration. */
export class RoamingComputers {
  readonly #byDeviceId = new Map<string, RoamingComputer>();
  #registered = 0;

  register(names: number | readonly string[], now: Date): void {
    const registered =
      typeof names === 'number' ? Array.from({ length: names }, (_, index) => `wkst-${index + 1}`) : names;
    for (const name of registered) {
      const originId = firstOriginId + this.#registered;
      const deviceId = `AB${originId.toString(16).toUpperCase().padStart(14, '0')}`;
      this.#byDeviceId.set(deviceId, { originId, deviceId, name, lastSync: now });
      this.#registered += 1;
    }
  }

  all(): readonly RoamingComputer[] {
    return [...this.#byDeviceId.values()];
  }

  find(deviceId: string): RoamingComputer | undefined {
    return this.#byDeviceId.get(deviceId);
  }

  delete(deviceId: string): void {
    this.#byDeviceId.delete(deviceId);
  }

  clear(): void {
    this.#byDeviceId.clear();
    this.#registered = 0;
  }
}
