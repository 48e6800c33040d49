import { createHash, timingSafeEqual } from 'node:crypto';
import type { ApiKey } from './api-key.ts';

/** A pair for HTTP Basic and the key that it stands for. */
interface KeyPair {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly keyId: string;
  /** Undefined for the present pair of a key. */
  readonly validUntil?: Date;
}

/** The keys of the organisation. */
export class ApiKeys {
  readonly #byId = new Map<string, ApiKey>();
  /** Pairs that a refresh replaced, newest first. */
  #formerPairs: KeyPair[] = [];

  /** Adds the key, or replaces the one with the same id. */
  put(apiKey: ApiKey): void {
    this.#byId.set(apiKey.id, apiKey);
  }

  /** Replaces the pair of a key; the former one may be used until `formerValidUntil`. */
  refresh(apiKey: ApiKey, refreshed: ApiKey, formerValidUntil: Date): void {
    const { clientId, clientSecret, id } = apiKey;
    this.#formerPairs.unshift({ clientId, clientSecret, keyId: id, validUntil: formerValidUntil });
    this.put(refreshed);
  }

  delete(id: string): void {
    this.#byId.delete(id);
  }

  clear(): void {
    this.#byId.clear();
    this.#formerPairs = [];
  }

  all(): readonly ApiKey[] {
    return [...this.#byId.values()];
  }

  find(id: string): ApiKey | undefined {
    return this.#byId.get(id);
  }

  findByClientId(clientId: string): ApiKey | undefined {
    return this.all().find((apiKey) => apiKey.clientId === clientId);
  }

  findByName(name: string): ApiKey | undefined {
    return this.all().find((apiKey) => apiKey.name === name);
  }

  /** Every pair ever made for a key that still exists; the present one of each key comes first. */
  pairs(): readonly KeyPair[] {
    const present = this.all().map(({ clientId, clientSecret, id }) => ({
      clientId,
      clientSecret,
      keyId: id,
    }));
    return [...present, ...this.#formerPairs.filter(({ keyId }) => this.#byId.has(keyId))];
  }

  /** The key that an `Authorization: Basic` header proves now, if it proves one. */
  authenticate(authorization: string | undefined, now: Date): ApiKey | undefined {
    const encoded = /^Basic ([A-Za-z0-9+/=]+)$/i.exec(authorization ?? '')?.[1];
    if (encoded === undefined) return undefined;
    const text = Buffer.from(encoded, 'base64').toString('utf8');
    const colon = text.indexOf(':');
    const pair = this.pairs().find(
      ({ clientId, clientSecret, validUntil }) =>
        clientId === text.slice(0, colon) &&
        sameText(clientSecret, text.slice(colon + 1)) &&
        (validUntil === undefined || validUntil > now),
    );
    return pair && this.#byId.get(pair.keyId);
  }
}

function sameText(left: string, right: string): boolean {
  return timingSafeEqual(digest(left), digest(right));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text, 'utf8').digest();
}
