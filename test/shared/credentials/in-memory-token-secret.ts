import type { StoredAccessToken } from '#shared/credentials/access-token.ts';
import type { ReadSecret, SecretReader } from '#shared/credentials/secret-reader.ts';
import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';

/** One secret in memory, whose every value is a new version: `v1`, `v2` and so on. */
export class InMemoryTokenSecret implements SecretReader {
  /** How often it was read. */
  reads = 0;
  #value: unknown;
  #version = 0;

  /** Any value, so that a test can store what is no token. */
  put(value: unknown): void {
    this.#value = value;
    this.#version += 1;
  }

  async read<T>(
    name: string,
    schema: { safeParse(value: unknown): { success: boolean; data?: T } },
  ): Promise<ReadSecret<T>> {
    this.reads += 1;
    const versionId = `v${this.#version}`;
    const parsed = schema.safeParse(this.#value);
    await Promise.resolve();
    if (!parsed.success || parsed.data === undefined) {
      throw new ConfigurationProblem(`The secret ${name} has no usable value.`);
    }
    return { value: parsed.data, versionId };
  }
}

/** A token named after its purpose, with so much time left at `now`. */
export function storedToken(accessToken: string, leftSeconds: number, now: Date): StoredAccessToken {
  return {
    accessToken,
    mintedAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + leftSeconds * 1_000).toISOString(),
  };
}
