import {
  rotateFirewallManagerToken,
  type TokenRotationPorts,
} from '#shared/credentials/firewall-manager/rotate-firewall-manager-token.ts';
import type { StoredFirewallManagerToken } from '#shared/credentials/firewall-manager/stored-token.ts';
import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';
import { AdvancingTime } from '../../cisco/advancing-time.ts';
import { InMemorySecretVersions } from '../in-memory-secret-versions.ts';

export const users = ['uid-a', 'uid-b'] as const;
export const tenantUid = 'tenant';

/** What generating does to a user who has a token; no document says it. */
export const readings = ['replaces', 'adds', 'same', 'refuses'] as const;
export type Reading = (typeof readings)[number];

/** The tokens of a tenant. */
export class TokenCloud {
  /** Token to user, while the token works. */
  readonly live = new Map<string, string>();
  roles = ['ROLE_SUPER_ADMIN'];
  generated = 0;
  readonly #reading: Reading;

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  issue(userUid: string): string {
    this.generated += 1;
    const token = `canary-token-${this.generated}`;
    this.live.set(token, userUid);
    return token;
  }

  tokensOf(userUid: string): string[] {
    return [...this.live].flatMap(([token, uid]) => (uid === userUid ? [token] : []));
  }

  readonly apiTokens: TokenRotationPorts['apiTokens'] = {
    describe: async (token) => {
      const uid = this.live.get(token);
      return uid === undefined ? undefined : { uid, roles: this.roles, tenantUid };
    },
    generate: async (callersToken, userUid) => {
      this.#mustWork(callersToken);
      const [present] = this.tokensOf(userUid);
      if (present === undefined || this.#reading === 'adds') return this.issue(userUid);
      if (this.#reading === 'same') return present;
      if (this.#reading === 'refuses') throw new ConfigurationProblem('The user has a token');
      this.live.delete(present);
      return this.issue(userUid);
    },
    revokeAllOf: async (callersToken, userUid) => {
      this.#mustWork(callersToken);
      for (const token of this.tokensOf(userUid)) this.live.delete(token);
    },
  };

  #mustWork(token: string): void {
    if (!this.live.has(token)) throw new ConfigurationProblem('401');
  }
}

/** A tenant with a pasted token of the first user. */
export class TokenRotationBench {
  readonly time = new AdvancingTime();
  readonly secret = new InMemorySecretVersions<StoredFirewallManagerToken>();
  readonly cloud: TokenCloud;
  #versions = 0;

  constructor(reading: Reading = 'replaces') {
    this.cloud = new TokenCloud(reading);
    this.secret.paste({ token: this.cloud.issue(users[0]), createdAt: this.time.now().toISOString() });
  }

  ports(more: Partial<TokenRotationPorts> = {}): TokenRotationPorts {
    return {
      versions: this.secret,
      apiTokens: this.cloud.apiTokens,
      clock: this.time,
      sleep: this.time.sleep,
      newVersionId: () => {
        this.#versions += 1;
        return `version-${this.#versions}`;
      },
      ...more,
    };
  }

  run(options: { isForced?: boolean } = {}, ports = this.ports()) {
    return rotateFirewallManagerToken(
      {
        tenantUid,
        apiUserUids: [...users],
        roles: ['ROLE_SUPER_ADMIN'],
        everyDays: 30,
        isForced: options.isForced ?? false,
      },
      ports,
    );
  }

  currentToken(): string {
    const current = this.secret.peek('AWSCURRENT');
    if (!current) throw new Error('no token is stored');
    return current.value.token;
  }

  /** The user whose token is stored; nothing when that token does not work. */
  userInUse(): string | undefined {
    return this.cloud.live.get(this.currentToken());
  }
}
