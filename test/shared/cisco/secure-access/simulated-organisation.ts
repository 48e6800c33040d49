import { onTestFinished } from 'vitest';
import { type HttpClient, httpClient } from '#shared/cisco/http/http-client.ts';
import { type AuthorisedClient, authorisedClient } from '#shared/cisco/secure-access/authorised-client.ts';
import { requestAccessToken } from '#shared/cisco/secure-access/request-access-token.ts';
import type { AccessToken, TokenSource } from '#shared/credentials/access-token.ts';
import { seededKey } from '../../../simulators/secure-access/seed.ts';
import {
  type SecureAccessSimulator,
  startSecureAccessSimulator,
} from '../../../simulators/secure-access/start.ts';
import { AdvancingTime } from '../advancing-time.ts';

/** Mints at the cloud for every replacement, and keeps what it is told. */
export class MintingTokenSource implements TokenSource {
  /** Versions that were reported as refused, in order. */
  readonly replaced: string[] = [];
  #token: Promise<AccessToken> | undefined;
  #minted = 0;
  readonly #mint: () => Promise<{ accessToken: string }>;

  constructor(mint: () => Promise<{ accessToken: string }>) {
    this.#mint = mint;
  }

  current(): Promise<AccessToken> {
    this.#token ??= this.#mintNext();
    return this.#token;
  }

  replace(failed: AccessToken): Promise<AccessToken> {
    this.replaced.push(failed.versionId);
    this.#token = this.#mintNext();
    return this.#token;
  }

  async #mintNext(): Promise<AccessToken> {
    this.#minted += 1;
    const versionId = `version-${this.#minted}`;
    const { accessToken } = await this.#mint();
    return { accessToken, expiresAt: new Date('2026-01-01T09:00:00Z'), versionId };
  }
}

/** A simulated cloud with the client that calls it, as the holder of the seeded key. */
export interface SimulatedOrganisation {
  readonly control: SecureAccessSimulator['control'];
  readonly baseUrl: URL;
  readonly time: AdvancingTime;
  readonly http: HttpClient;
  readonly tokens: MintingTokenSource;
  readonly client: AuthorisedClient;
  /** Requests so far, the fetching of tokens left out, as `GET /policies/v2/rules?offset=0&limit=1000`. */
  calls(): string[];
}

/** Starts one until the test ends. Its time passes only in waits. */
export async function startSimulatedOrganisation(): Promise<SimulatedOrganisation> {
  const time = new AdvancingTime();
  const simulator = await startSecureAccessSimulator({ clock: time });
  onTestFinished(() => simulator.close());
  const baseUrl = new URL(simulator.url);
  const http = httpClient(
    { clock: time, sleep: time.sleep, random: () => 0 },
    { attemptTimeLimitMilliseconds: 5_000 },
  );
  const tokens = new MintingTokenSource(() => requestAccessToken(http, baseUrl, seededKey));
  return {
    control: simulator.control,
    baseUrl,
    time,
    http,
    tokens,
    client: authorisedClient({ http, tokens, baseUrl }),
    calls: () =>
      simulator.control.requests({ pathPrefix: '/policies' }).map(({ method, path }) => `${method} ${path}`),
  };
}
