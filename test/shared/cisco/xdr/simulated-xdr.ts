import { onTestFinished } from 'vitest';
import type { z } from 'zod';
import { type HttpClient, httpClient } from '#shared/cisco/http/http-client.ts';
import { type AuthorisedXdrClient, authorisedXdrClient } from '#shared/cisco/xdr/authorised-client.ts';
import { xdrHttpOptions } from '#shared/cisco/xdr/http-options.ts';
import { type XdrHosts, xdrHosts } from '#shared/cisco/xdr/regions.ts';
import type { XdrClient } from '#shared/cisco/xdr/request-access-token.ts';
import { xdrTokenSource } from '#shared/cisco/xdr/token-source.ts';
import type { TokenSource } from '#shared/credentials/access-token.ts';
import type { SecretReader } from '#shared/credentials/secret-reader.ts';
import { seededClient } from '../../../simulators/xdr/seed.ts';
import { startXdrSimulator, type XdrSimulator } from '../../../simulators/xdr/start.ts';
import { AdvancingTime } from '../advancing-time.ts';

export const neededScopes = ['inspect:read', 'enrich:read', 'response', 'private-intel'];

/** A secret that a person can store anew. */
export class StoredXdrClient implements SecretReader {
  client: XdrClient = { clientId: seededClient.clientId, clientPassword: seededClient.clientPassword };
  /** Names under which it was read. */
  readonly reads: string[] = [];

  async read<T>(name: string, schema: z.ZodType<T>) {
    this.reads.push(name);
    return { value: schema.parse(this.client), versionId: 'v1' };
  }
}

/** A simulated XDR with the client that calls it. Its time passes only in waits. */
export interface SimulatedXdr {
  readonly control: XdrSimulator['control'];
  readonly hosts: XdrHosts;
  readonly time: AdvancingTime;
  readonly http: HttpClient;
  readonly secrets: StoredXdrClient;
  readonly tokens: TokenSource;
  readonly client: AuthorisedXdrClient;
  /** Requests so far, those for tokens left out, as `POST /iroh/iroh-inspect/inspect`. */
  calls(): string[];
  /** Requests for tokens so far. */
  tokenRequests(): number;
}

/** Starts one until the test ends. */
export async function startSimulatedXdr(): Promise<SimulatedXdr> {
  const time = new AdvancingTime();
  const simulator = await startXdrSimulator({ clock: time, sleep: time.sleep });
  onTestFinished(() => simulator.close());
  const hosts = xdrHosts({
    region: 'us',
    baseUrl: simulator.url,
    clientCreatedOn: '2026-01-01',
    scopes: neededScopes,
  });
  const http = httpClient({ clock: time, sleep: time.sleep, random: () => 0 }, xdrHttpOptions);
  const secrets = new StoredXdrClient();
  const tokens = xdrTokenSource({
    http,
    platformUrl: hosts.platform,
    secrets,
    secretName: 'stage/xdr-client',
    neededScopes,
    clock: time,
  });
  const tokenPath = '/iroh/oauth2/token';
  const requests = () => simulator.control.requests();
  return {
    control: simulator.control,
    hosts,
    time,
    http,
    secrets,
    tokens,
    client: authorisedXdrClient({ http, tokens, hosts }),
    calls: () =>
      requests()
        .filter(({ template }) => template !== tokenPath)
        .map(({ method, path }) => `${method} ${path}`),
    tokenRequests: () => requests().filter(({ template }) => template === tokenPath).length,
  };
}
