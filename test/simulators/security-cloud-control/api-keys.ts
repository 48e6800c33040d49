import type { Organisation } from './organisation.ts';

/** What a key's role lets it do; a custom role may have no API access at all. */
export const roles = ['administrator', 'member', 'without-api-access'] as const;
export type Role = (typeof roles)[number];

/** A key as a person makes it in the console. The refresh tokens that go with it are kept apart. */
export interface ApiKey {
  readonly apiKeyId: string;
  readonly organisation: Organisation;
  readonly role: Role;
  readonly enabled: boolean;
  /** Null for a key without an expiry date. */
  readonly expiresAt: Date | null;
}

/** Scopes of the access tokens of a role. */
export const scopesOf: Readonly<Record<Role, readonly string[]>> = {
  administrator: ['security:enterprise:member', 'security:enterprise:admin'],
  member: ['security:enterprise:member'],
  'without-api-access': [],
};

/** Whether the console's switch and expiry date let the key be used. */
export function isUsable(apiKey: ApiKey, now: Date): boolean {
  return apiKey.enabled && (apiKey.expiresAt === null || apiKey.expiresAt > now);
}

/** The API keys of all organisations. */
export class ApiKeys {
  readonly #keys = new Map<string, ApiKey>();

  /** Adds the key, or replaces the one with the same id. */
  put(apiKey: ApiKey): void {
    this.#keys.set(apiKey.apiKeyId, apiKey);
  }

  delete(apiKeyId: string): void {
    this.#keys.delete(apiKeyId);
  }

  find(apiKeyId: string): ApiKey | undefined {
    return this.#keys.get(apiKeyId);
  }

  all(): readonly ApiKey[] {
    return [...this.#keys.values()];
  }

  clear(): void {
    this.#keys.clear();
  }
}
