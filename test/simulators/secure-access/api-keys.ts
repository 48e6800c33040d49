import { createHash, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { grantedScopeSchema } from './scope.ts';

export const apiKeySchema = z.strictObject({
  key: z
    .string()
    .min(1)
    .regex(/^[^:]+$/, 'HTTP Basic splits at the first colon, so a key has none'),
  secret: z.string().min(1),
  scopes: z.array(grantedScopeSchema).readonly(),
});

/** A key as made in the console: its pair for HTTP Basic, and what its tokens may do. */
export type ApiKey = z.infer<typeof apiKeySchema>;

/** The keys of the organisation. */
export class ApiKeys {
  readonly #keys = new Map<string, ApiKey>();

  /** Adds the key, or replaces the secret and scopes of the one with the same name. */
  put(apiKey: ApiKey): void {
    this.#keys.set(apiKey.key, apiKey);
  }

  clear(): void {
    this.#keys.clear();
  }

  all(): readonly ApiKey[] {
    return [...this.#keys.values()];
  }

  find(key: string): ApiKey | undefined {
    return this.#keys.get(key);
  }

  /** The key that an `Authorization: Basic` header proves, if it proves one. */
  authenticate(authorization: string | undefined): ApiKey | undefined {
    const encoded = /^Basic ([A-Za-z0-9+/=]+)$/i.exec(authorization ?? '')?.[1];
    if (encoded === undefined) return undefined;
    const pair = Buffer.from(encoded, 'base64').toString('utf8');
    const colon = pair.indexOf(':');
    const apiKey = this.#keys.get(pair.slice(0, colon));
    return apiKey && sameText(apiKey.secret, pair.slice(colon + 1)) ? apiKey : undefined;
  }
}

function sameText(left: string, right: string): boolean {
  return timingSafeEqual(digest(left), digest(right));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text, 'utf8').digest();
}
