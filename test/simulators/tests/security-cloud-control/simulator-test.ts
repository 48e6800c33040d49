import { test } from 'vitest';
import { z } from 'zod';
import { seededApiKey } from '../../security-cloud-control/seed.ts';
import { startSecurityCloudControlSimulator } from '../../security-cloud-control/start.ts';
import { type Received, sendRequest, startOfTest } from '../send-request.ts';

export const day = 86_400;
export const refreshPath = `/v1/organizations/${seededApiKey.organizationId}/apiKeys/${seededApiKey.apiKeyId}/token`;

const refreshedSchema = z.object({
  access_token: z.string(),
  expires_in: z.int(),
  refresh_token: z.string(),
  refresh_token_expires_in: z.int(),
});

export type Refreshed = z.infer<typeof refreshedSchema>;

/** Calls one simulated platform over HTTP. */
export class PlatformCaller {
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  /** A refresh, whatever comes of it. */
  tryRefresh(refreshToken: string = seededApiKey.refreshToken): Promise<Received> {
    return this.send('POST', refreshPath, {
      body: 'grant_type=refresh_token',
      headers: {
        authorization: `Bearer ${refreshToken}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
    });
  }

  /** A refresh that succeeds. */
  async refresh(refreshToken?: string): Promise<Refreshed> {
    const { body } = await this.tryRefresh(refreshToken);
    return refreshedSchema.parse(body);
  }

  read(path: string, accessToken: string): Promise<Received> {
    return this.send('GET', path, { headers: { authorization: `Bearer ${accessToken}` } });
  }

  send(
    method: string,
    path: string,
    sent: { body?: string; headers?: Record<string, string> } = {},
  ): Promise<Received> {
    return sendRequest(method, this.#url + path, sent);
  }
}

/** A test with a simulator of its own, whose time stands still. */
export const it = test
  .extend('simulator', async ({ onTestFinished }) => {
    const simulator = await startSecurityCloudControlSimulator({ clock: { now: () => startOfTest } });
    onTestFinished(() => simulator.close());
    return simulator;
  })
  .extend('platform', async ({ simulator }) => new PlatformCaller(simulator.url));
