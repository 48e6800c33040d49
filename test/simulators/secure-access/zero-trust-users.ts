import { z } from 'zod';

const certificateStatusSchema = z.enum(['active', 'expired', 'revoked']);

/** A user of zero-trust access, as a test makes one. */
export const zeroTrustUserSchema = z.strictObject({
  userId: z.string().regex(/^\d+$/, 'a user id is a number, written as text'),
  label: z.string().min(1).describe('As the reports show the user: "Ada Byron (ada@acme.example)".'),
  devices: z
    .array(
      z.strictObject({
        deviceId: z.string().min(1),
        status: certificateStatusSchema.default('active'),
        failingRevocations: z.int().min(0).default(0).describe('Revocations that end in HTTP 400 first.'),
      }),
    )
    .default([]),
});

export type ZeroTrustUserInput = z.input<typeof zeroTrustUserSchema>;
export type ZeroTrustUser = z.infer<typeof zeroTrustUserSchema>;

/** What became of a request to revoke. */
export type Revocation = 'revoked' | 'refused' | 'unknown-device';

/** The users of zero-trust access and their devices. */
export class ZeroTrustUsers {
  readonly #users = new Map<string, ZeroTrustUser>();

  put(user: ZeroTrustUser): void {
    this.#users.set(user.userId, user);
  }

  find(userId: string): ZeroTrustUser | undefined {
    return this.#users.get(userId);
  }

  all(): readonly ZeroTrustUser[] {
    return [...this.#users.values()];
  }

  /** Removes the device with its certificates. */
  revoke(userId: string, deviceId: string): Revocation {
    const user = this.#users.get(userId);
    const device = user?.devices.find((candidate) => candidate.deviceId === deviceId);
    if (!user || !device) return 'unknown-device';
    const others = user.devices.filter((other) => other !== device);
    if (device.failingRevocations > 0) {
      const failing = { ...device, failingRevocations: device.failingRevocations - 1 };
      this.put({ ...user, devices: [...others, failing] });
      return 'refused';
    }
    this.put({ ...user, devices: others });
    return 'revoked';
  }

  clear(): void {
    this.#users.clear();
  }
}
