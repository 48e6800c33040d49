import { randomUUID } from 'node:crypto';
import { AwsClient } from 'aws4fetch';
import { inject } from 'vitest';
import { z } from 'zod';
import { authenticationHeaders } from '#infra/local/demo/sign-delivery.ts';
import type { LocalStack } from '#infra/local/stack-file.ts';
import { localSystem } from './local-system-answer.ts';
import { SimulatorRemote } from './simulator-remote.ts';

export const acceptedSchema = z.object({
  requestId: z.string(),
  status: z.literal('accepted'),
  duplicate: z.boolean(),
  indicators: z.object({ queued: z.int(), held: z.int(), rejected: z.int() }),
  links: z.object({ self: z.string() }),
});

const requestSchema = z.object({
  status: z.enum(['pending', 'held', 'failed', 'done']),
  indicators: z.array(z.object({ value: z.string(), status: z.string(), reason: z.string().optional() })),
});

export type Accepted = z.infer<typeof acceptedSchema>;
export type RequestAnswer = z.infer<typeof requestSchema>;

const deployed = await localSystem(inject('localSystemFile'));

/** The deployed stack as its callers meet it: webhooks, operator routes, and the simulated cloud behind. */
export class DeployedSystem {
  readonly stack: LocalStack = deployed.stack;
  readonly credentials = deployed.credentials;
  readonly simulator = new SimulatorRemote(this.stack.simulators.secureAccess ?? '');
  readonly #client = new AwsClient({
    ...this.credentials,
    region: this.stack.region,
    service: 'execute-api',
    retries: 0,
  });

  connection(name: string): LocalStack['connections'][string] {
    const connection = this.stack.connections[name];
    if (!connection) throw new Error(`no connection ${name} in the deployed stack`);
    return connection;
  }

  /** Posts to a connection with its sender's credentials; `headers` win over them, `query` begins with `?`. */
  async post(
    name: string,
    body: string | object,
    options: { id?: string; sentAt?: Date; headers?: Record<string, string>; query?: string } = {},
  ): Promise<Response> {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const { url, auth } = this.connection(name);
    const signed = authenticationHeaders(auth, {
      id: options.id ?? randomUUID(),
      sentAt: options.sentAt ?? new Date(),
      body: text,
    });
    return fetch(`${url}${options.query ?? ''}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...signed, ...options.headers },
      body: text,
    });
  }

  /** Posts, and expects 202. */
  async accepted(name: string, body: object, options: { id?: string } = {}): Promise<Accepted> {
    const answer = await this.post(name, body, options);
    const text = await answer.text();
    if (answer.status !== 202) throw new Error(`${answer.status} where 202 was expected: ${text}`);
    return acceptedSchema.parse(JSON.parse(text));
  }

  /** A signed GET on an operator route. */
  operatorGet(path: string): Promise<Response> {
    return this.#client.fetch(`${this.stack.apiUrl}${path}`);
  }

  /** A signed POST on an operator route. */
  operatorPost(path: string, body?: object): Promise<Response> {
    return this.#client.fetch(`${this.stack.apiUrl}${path}`, {
      method: 'POST',
      ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
  }

  /** A signed DELETE on an operator route. */
  operatorDelete(path: string): Promise<Response> {
    return this.#client.fetch(`${this.stack.apiUrl}${path}`, { method: 'DELETE' });
  }

  /** The request once nothing in it is pending any more. */
  async settled(requestId: string, limitSeconds = 90): Promise<RequestAnswer> {
    const deadline = Date.now() + limitSeconds * 1000;
    for (;;) {
      const answer = await this.operatorGet(`/requests/${requestId}`);
      const request = answer.status === 200 ? requestSchema.parse(await answer.json()) : undefined;
      if (request && request.status !== 'pending') return request;
      if (Date.now() > deadline) {
        throw new Error(`still ${request?.status ?? answer.status} after ${limitSeconds} s: ${requestId}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

/** How many indicators ended in each status. */
export function statusCounts(request: RequestAnswer): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { status } of request.indicators) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

/** A plain list of so many new domains; no two calls give the same ones. */
export function newDomains(count: number): { indicators: string[] } {
  const run = randomUUID().slice(0, 8);
  return { indicators: Array.from({ length: count }, (_, index) => `n${index}-${run}.bad.example`) };
}
