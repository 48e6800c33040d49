import { test } from 'vitest';
import { z } from 'zod';
import { seededClient } from '../../xdr/seed.ts';
import { startXdrSimulator, type XdrSimulator } from '../../xdr/start.ts';
import { type Received, sendJson, sendRequest, startOfTest } from '../send-request.ts';

const tokenSchema = z.object({ access_token: z.string() });

/** Calls one simulated XDR over HTTP, as the holder of the seeded client where no token is given. */
export class OrganisationCaller {
  readonly #simulator: XdrSimulator;
  #token: string | undefined;

  constructor(simulator: XdrSimulator) {
    this.#simulator = simulator;
  }

  requestToken({ clientId, clientPassword }: Credentials = seededClient): Promise<Received> {
    return sendRequest('POST', `${this.#simulator.url}/iroh/oauth2/token`, {
      body: 'grant_type=client_credentials',
      headers: {
        authorization: `Basic ${btoa(`${clientId}:${clientPassword}`)}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
    });
  }

  /** With the token of the first call; it is not renewed. */
  async call(method: string, path: string, body?: unknown): Promise<Received> {
    this.#token ??= tokenSchema.parse((await this.requestToken()).body).access_token;
    return sendJson(method, this.#simulator.url + path, {
      body,
      headers: { authorization: `Bearer ${this.#token}` },
    });
  }
}

export interface Credentials {
  readonly clientId: string;
  readonly clientPassword: string;
}

/** A test with a simulator of its own, whose time stands still but for the control, and whose waits end at once. */
export const it = test
  .extend('waits', async () => [] as number[])
  .extend('simulator', async ({ waits, onTestFinished }) => {
    const simulator = await startXdrSimulator({
      clock: { now: () => startOfTest },
      sleep: async (milliseconds) => {
        waits.push(milliseconds);
      },
    });
    onTestFinished(() => simulator.close());
    return simulator;
  })
  .extend('xdr', async ({ simulator }) => new OrganisationCaller(simulator));
