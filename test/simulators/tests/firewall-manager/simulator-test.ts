import { test } from 'vitest';
import { z } from 'zod';
import { seededApiToken } from '../../firewall-manager/seed.ts';
import { startFirewallManagerSimulator } from '../../firewall-manager/start.ts';
import { type Received, sendJson, startOfTest } from '../send-request.ts';

const generatedSchema = z.object({ apiToken: z.string() });

/** Calls one simulated Firewall Manager over HTTP, by the seeded token where no other is given. */
export class TenantCaller {
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  call(method: string, path: string, { token = seededApiToken, body }: CallOptions = {}): Promise<Received> {
    return sendJson(method, this.#url + path, { body, headers: { authorization: `Bearer ${token}` } });
  }

  /** Generates a token, which must succeed. */
  async generate(userUid: string, options?: CallOptions): Promise<string> {
    const { body } = await this.call('POST', `/v1/users/${userUid}/apiToken/generate`, options);
    return generatedSchema.parse(body).apiToken;
  }

  /** What `GET /v1/token` says to a token: 200 or 401. */
  async statusOf(token: string): Promise<number> {
    return (await this.call('GET', '/v1/token', { token })).status;
  }
}

export interface CallOptions {
  readonly token?: string;
  readonly body?: unknown;
}

/** A test with a simulator of its own, whose time stands still. */
export const it = test
  .extend('simulator', async ({ onTestFinished }) => {
    const simulator = await startFirewallManagerSimulator({ clock: { now: () => startOfTest } });
    onTestFinished(() => simulator.close());
    return simulator;
  })
  .extend('tenant', async ({ simulator }) => new TenantCaller(simulator.url));
