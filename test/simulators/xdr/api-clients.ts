import { z } from 'zod';

export const apiClientSchema = z.strictObject({
  clientId: z.string().min(1),
  clientPassword: z.string().min(1),
  scopes: z.array(z.string().min(1)).readonly().describe('What the client was made with.'),
  ownerScopes: z
    .array(z.string().min(1))
    .readonly()
    .nullable()
    .default(null)
    .describe('What its owner may still do: tokens get no more than this. null is everything.'),
  state: z
    .enum(['works', 'deleted', 'made-in-securex'])
    .default('works')
    .describe('Only a working client gets tokens; those of the others no longer work.'),
});

/** What a program signs in with. It belongs to the person who made it. */
export type ApiClient = z.infer<typeof apiClientSchema>;

/** The API clients of the organisation. */
export class ApiClients {
  readonly #clients = new Map<string, ApiClient>();

  /** Adds the client, or replaces the one with the same id. */
  put(client: ApiClient): void {
    this.#clients.set(client.clientId, client);
  }

  find(clientId: string): ApiClient | undefined {
    return this.#clients.get(clientId);
  }

  /** The working client that an `Authorization: Basic` header names with its password. */
  authenticate(authorization: string | undefined): ApiClient | undefined {
    const encoded = /^Basic (\S+)$/i.exec(authorization ?? '')?.[1] ?? '';
    const [clientId = '', ...password] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
    const client = this.#clients.get(clientId);
    const isRight = client?.state === 'works' && client.clientPassword === password.join(':');
    return isRight ? client : undefined;
  }

  all(): readonly ApiClient[] {
    return [...this.#clients.values()];
  }

  clear(): void {
    this.#clients.clear();
  }
}
