import { test } from 'vitest';
import { seededKey } from '../../secure-access/seed.ts';
import { startSecureAccessSimulator } from '../../secure-access/start.ts';
import { type Received, sendRequest, startOfTest } from '../send-request.ts';

/** Calls one simulator over HTTP as the holder of one key. */
export class ApiCaller {
  readonly #url: string;
  #token = '';

  constructor(url: string) {
    this.#url = url;
  }

  /** The token in use; empty before the first {@link signIn}. */
  get token(): string {
    return this.#token;
  }

  /** Fetches a token, which later calls carry. */
  async signIn({ key, secret }: { key: string; secret: string } = seededKey): Promise<Received> {
    const answer = await this.send('POST', '/auth/v2/token', 'grant_type=client_credentials', {
      authorization: `Basic ${Buffer.from(`${key}:${secret}`).toString('base64')}`,
      'content-type': 'application/x-www-form-urlencoded',
    });
    const { body } = answer;
    if (typeof body === 'object' && body !== null && 'access_token' in body)
      this.#token = String(body.access_token);
    return answer;
  }

  /** A call with token and JSON body. */
  async call(method: string, path: string, body?: unknown): Promise<Received> {
    return this.send(method, path, body === undefined ? undefined : JSON.stringify(body), {
      authorization: `Bearer ${this.#token}`,
      'content-type': 'application/json',
    });
  }

  /** A call as it stands. Rejects when the connection is cut. */
  async send(
    method: string,
    path: string,
    body?: string,
    headers: Record<string, string> = {},
  ): Promise<Received> {
    return sendRequest(method, this.#url + path, { ...(body === undefined ? {} : { body }), headers });
  }
}

/** A test with a simulator of its own, whose time stands still, and a caller that is signed in. */
export const it = test
  .extend('simulator', async ({ onTestFinished }) => {
    const simulator = await startSecureAccessSimulator({ clock: { now: () => startOfTest } });
    onTestFinished(() => simulator.close());
    return simulator;
  })
  .extend('api', async ({ simulator }) => {
    const api = new ApiCaller(simulator.url);
    await api.signIn();
    return api;
  });
