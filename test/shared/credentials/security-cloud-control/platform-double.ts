import type { SccApiKey } from '#shared/credentials/security-cloud-control/api-key.ts';
import type {
  RefreshedTokens,
  RefusedRefreshToken,
  SccPlatform,
} from '#shared/credentials/security-cloud-control/platform.ts';
import { RetryLater } from '#shared/errors/retry-later.ts';
import type { Clock } from '#shared/time/clock.ts';

/** What is documented in two ways, or not at all. */
export interface PlatformBehaviour {
  /** When a refresh brings another refresh token. */
  readonly another: 'every-refresh' | 'from-day-45';
  /** What becomes of the refresh token for which another one came. */
  readonly replaced: 'dies' | 'lives-on';
}

export const behaviours: readonly PlatformBehaviour[] = [
  { another: 'every-refresh', replaced: 'dies' },
  { another: 'every-refresh', replaced: 'lives-on' },
  { another: 'from-day-45', replaced: 'dies' },
  { another: 'from-day-45', replaced: 'lives-on' },
];

export const dayMilliseconds = 86_400_000;
const refreshTokenLifeMilliseconds = 60 * dayMilliseconds;
const accessTokenLifeMilliseconds = 64_799_000;

interface IssuedToken {
  readonly issuedAt: number;
  endsAt: number;
}

/** The platform in memory: it knows of every token what became of it. */
export class PlatformDouble implements SccPlatform {
  /** Refreshes that were accepted. */
  refreshes = 0;
  /** The refresh token issued last. */
  newest: string;
  readonly #refreshTokens = new Map<string, IssuedToken>();
  readonly #accessTokens = new Map<string, number>();
  readonly #behaviour: PlatformBehaviour;
  readonly #clock: Clock;

  constructor(behaviour: PlatformBehaviour, clock: Clock, firstToken: string) {
    this.#behaviour = behaviour;
    this.#clock = clock;
    this.newest = firstToken;
    this.issueByConsole(firstToken);
  }

  /** A person made the key, or made it anew. */
  issueByConsole(refreshToken: string): void {
    this.newest = refreshToken;
    this.#refreshTokens.set(refreshToken, {
      issuedAt: this.#now(),
      endsAt: this.#now() + refreshTokenLifeMilliseconds,
    });
  }

  isRefreshTokenAlive(refreshToken: string): boolean {
    return (this.#refreshTokens.get(refreshToken)?.endsAt ?? 0) > this.#now();
  }

  isAccessTokenAlive(accessToken: string): boolean {
    return (this.#accessTokens.get(accessToken) ?? 0) > this.#now();
  }

  async refreshAccessToken({ refreshToken }: SccApiKey): Promise<RefreshedTokens | RefusedRefreshToken> {
    const used = this.#refreshTokens.get(refreshToken);
    if (!used || used.endsAt <= this.#now()) return { kind: 'refused', said: 'refresh token is not valid' };
    this.refreshes += 1;
    const value = `access-${this.refreshes}`;
    const expiresAt = this.#now() + accessTokenLifeMilliseconds;
    this.#accessTokens.set(value, expiresAt);
    const next = this.#isReplacedNow(used) ? this.#replace(used) : refreshToken;
    return {
      kind: 'refreshed',
      refreshToken: next,
      refreshTokenExpiresAt: new Date(this.#refreshTokens.get(next)?.endsAt ?? 0),
      accessToken: { value, expiresAt: new Date(expiresAt) },
    };
  }

  async readOrganization(_place: unknown, accessToken: string): Promise<void> {
    if (!this.isAccessTokenAlive(accessToken)) throw new RetryLater('the access token is refused');
  }

  #isReplacedNow({ issuedAt }: IssuedToken): boolean {
    if (this.#behaviour.another === 'every-refresh') return true;
    return this.#now() - issuedAt >= 45 * dayMilliseconds;
  }

  #replace(used: IssuedToken): string {
    if (this.#behaviour.replaced === 'dies') used.endsAt = this.#now();
    this.issueByConsole(`refresh-${this.refreshes}`);
    return this.newest;
  }

  #now(): number {
    return this.#clock.now().getTime();
  }
}
