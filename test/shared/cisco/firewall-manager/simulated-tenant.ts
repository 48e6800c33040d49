import { onTestFinished } from 'vitest';
import { ApiTokens } from '#shared/cisco/firewall-manager/api-tokens.ts';
import { firewallManagerBaseUrl } from '#shared/cisco/firewall-manager/base-url.ts';
import { httpClient } from '#shared/cisco/http/http-client.ts';
import {
  type FirewallManagerSimulator,
  startFirewallManagerSimulator,
} from '../../../simulators/firewall-manager/start.ts';
import { AdvancingTime } from '../advancing-time.ts';

/** A simulated Firewall Manager with the client that calls it, until the test ends. */
export interface SimulatedTenant {
  readonly control: FirewallManagerSimulator['control'];
  readonly time: AdvancingTime;
  readonly apiTokens: ApiTokens;
}

export async function startSimulatedTenant(): Promise<SimulatedTenant> {
  const time = new AdvancingTime();
  const simulator = await startFirewallManagerSimulator({ clock: time });
  onTestFinished(() => simulator.close());
  return { control: simulator.control, time, apiTokens: apiTokensAt(simulator.url, time) };
}

/** The client of a tenant at that base URL, whose waits take no time. */
export function apiTokensAt(baseUrl: string, time = new AdvancingTime()): ApiTokens {
  const http = httpClient({ clock: time, sleep: time.sleep, random: () => 0 });
  return new ApiTokens(http, firewallManagerBaseUrl({ region: 'us', baseUrl }));
}
