import { onTestFinished } from 'vitest';
import {
  type ApiTokenSource,
  type FirewallManagerClient,
  firewallManagerClient,
} from '#shared/cisco/firewall-manager/authorised-client.ts';
import { firewallManagerBaseUrl } from '#shared/cisco/firewall-manager/base-url.ts';
import { httpClient } from '#shared/cisco/http/http-client.ts';
import { seededApiToken } from '../../../simulators/firewall-manager/seed.ts';
import {
  type FirewallManagerSimulator,
  startFirewallManagerSimulator,
} from '../../../simulators/firewall-manager/start.ts';
import { AdvancingTime } from '../advancing-time.ts';

/** A tenant whose people and sessions are managed by its API token, until the test ends. */
export interface SimulatedPeople {
  readonly control: FirewallManagerSimulator['control'];
  readonly time: AdvancingTime;
  readonly client: FirewallManagerClient;
  /** Requests so far, without their base URL: `GET /v1/users?limit=50&offset=0`. */
  calls(): string[];
}

export async function startSimulatedPeople(): Promise<SimulatedPeople> {
  const time = new AdvancingTime();
  const { url, control, close } = await startFirewallManagerSimulator({ clock: time });
  onTestFinished(close);
  return {
    control,
    time,
    client: clientAt(url, storedToken(seededApiToken), time),
    calls: () => control.requests().map(({ method, path }) => `${method} ${path}`),
  };
}

/** A client whose waits take no time. */
export function clientAt(
  baseUrl: string,
  tokens: ApiTokenSource,
  time = new AdvancingTime(),
): FirewallManagerClient {
  const http = httpClient({ clock: time, sleep: time.sleep, random: () => 0 });
  return firewallManagerClient({ http, tokens, baseUrl: firewallManagerBaseUrl({ region: 'us', baseUrl }) });
}

/** A token that stays the same, or is replaced once. */
export function storedToken(token: string, other?: string): ApiTokenSource {
  return { current: async () => token, replace: async () => other };
}
