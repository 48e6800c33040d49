import type { AdministeredKey, CreatedKey, KeyToCreate } from '#shared/cisco/secure-access/key-admin.ts';
import type { ApiKey } from '#shared/cisco/secure-access/request-access-token.ts';
import { organisationNameSchema, stageNameSchema } from '#shared/config/names.ts';
import { keyNamePrefix } from '#shared/credentials/secure-access-key/key-name.ts';
import {
  type KeyRotationPorts,
  rotateSecureAccessKey,
} from '#shared/credentials/secure-access-key/rotate-secure-access-key.ts';
import type { StoredApiKey } from '#shared/credentials/secure-access-key/stored-api-key.ts';
import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';
import { AdvancingTime } from '../../cisco/advancing-time.ts';
import { InMemorySecretVersions } from '../in-memory-secret-versions.ts';

export const prefix = keyNamePrefix({
  accountId: '123456789012',
  region: 'eu-west-1',
  stage: stageNameSchema.parse('prod'),
  organisation: organisationNameSchema.parse('main'),
});

interface CloudKey extends AdministeredKey {
  readonly secret: string;
}

/** The keys of an organisation, as the Key Admin API and the token endpoint know them. */
export class KeyCloud {
  readonly keys = new Map<string, CloudKey>();
  /** Ids of keys that were deleted, in order. */
  readonly deleted: string[] = [];
  readonly created: KeyToCreate[] = [];
  #number = 0;
  readonly #time: AdvancingTime;

  constructor(time: AdvancingTime) {
    this.#time = time;
  }

  add(name: string, more: Partial<CloudKey> = {}): CloudKey {
    this.#number += 1;
    const key: CloudKey = {
      id: `id-${this.#number}`,
      name,
      clientId: `client-${this.#number}`,
      secret: `canary-secret-${this.#number}`,
      createdAt: this.#time.now(),
      expireAt: undefined,
      scopes: ['policies.rules:read', 'policies.destinations:write'],
      ...more,
    };
    this.keys.set(key.id, key);
    return key;
  }

  readonly keyAdmin = {
    list: async (): Promise<AdministeredKey[]> => [...this.keys.values()],
    create: async (key: KeyToCreate): Promise<CreatedKey> => {
      this.created.push(key);
      const made = this.add(key.name, {
        scopes: [...key.scopes],
        expireAt: key.expireAt,
        allowedIPs: [...key.allowedIPs],
      });
      return { ...made, clientSecret: made.secret };
    },
    delete: async (keyId: string): Promise<void> => {
      if (this.keys.delete(keyId)) this.deleted.push(keyId);
    },
  };

  works({ key, secret }: ApiKey): boolean {
    return [...this.keys.values()].some((known) => known.clientId === key && known.secret === secret);
  }
}

/** One organisation with a pasted key, and everything that a rotation needs. */
export class KeyRotationBench {
  readonly time = new AdvancingTime();
  readonly cloud = new KeyCloud(this.time);
  readonly secret = new InMemorySecretVersions<StoredApiKey>();
  readonly pasted: CloudKey;
  #versions = 0;

  constructor() {
    this.pasted = this.cloud.add('made by a person');
    this.cloud.add('somebody else');
    this.secret.paste({ key: this.pasted.clientId, secret: this.pasted.secret });
  }

  ports(more: Partial<KeyRotationPorts> = {}): KeyRotationPorts {
    return {
      versions: this.secret,
      keyAdmin: this.cloud.keyAdmin,
      prove: async (apiKey) => {
        if (!this.cloud.works(apiKey)) throw new ConfigurationProblem('the key is refused');
      },
      clock: this.time,
      sleep: this.time.sleep,
      newVersionId: () => {
        this.#versions += 1;
        return `${String(this.#versions).padStart(8, '0')}-0000-4000-8000-000000000000`;
      },
      ...more,
    };
  }

  run(options: { isForced?: boolean; isPastedKeyShared?: boolean } = {}, ports = this.ports()) {
    const usual = { everyDays: 60, lifetimeDays: 90, prefix, isForced: false, isPastedKeyShared: false };
    return rotateSecureAccessKey({ ...usual, ...options }, ports);
  }

  passDays(days: number): void {
    this.time.pass(days * 86_400_000);
  }

  current(): StoredApiKey {
    const current = this.secret.peek('AWSCURRENT');
    if (!current) throw new Error('no key is stored');
    return current.value;
  }

  /** Keys under our prefix. */
  ours(): string[] {
    return [...this.cloud.keys.values()].filter(({ name }) => name.startsWith(prefix)).map(({ id }) => id);
  }
}
