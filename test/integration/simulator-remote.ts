import { z } from 'zod';

const countsSchema = z.record(z.string(), z.int());
const stateSchema = z.object({ postedTwice: z.array(z.unknown()), destinationCount: z.int() });
const listPageSchema = z.array(z.object({ destination: z.string() }));
const logSchema = z.array(z.object({ method: z.string(), path: z.string(), status: z.int().nullable() }));

const mostPerPage = 1_000;

export const readDestinations = 'GET /policies/v2/destinationlists/{destinationListId}/destinations';
export const readList = 'GET /policies/v2/destinationlists/{destinationListId}';
export const readRules = 'GET /policies/v2/rules';
export const mintToken = 'POST /auth/v2/token';

/** The control routes of the simulator that the deployed functions call. */
export class SimulatorRemote {
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  /** Forgets log, faults and switches; lists, keys and tokens stay, as the deployed stack knows them. */
  forget(): Promise<unknown> {
    return this.#send('POST', '/reset', { only: ['log', 'faults', 'settings'] });
  }

  /** Requests by method and route since the last {@link forget}. */
  async counts(): Promise<Record<string, number>> {
    return countsSchema.parse(await this.#send('GET', '/requests/summary'));
  }

  /**
   * Posts of destinations since the last {@link forget}, apart from those that were refused for their token: each
   * worker keeps the token that an earlier test has ended, and learns so by one refused call.
   */
  async posts(): Promise<number> {
    const posts = (await this.log()).filter(
      ({ method, path }) => method === 'POST' && path.endsWith('/destinations'),
    );
    return posts.filter(({ status }) => status !== 400 && status !== 401).length;
  }

  async log() {
    return logSchema.parse(await this.#send('GET', '/requests'));
  }

  async postedTwice(): Promise<unknown[]> {
    return stateSchema.parse(await this.#send('GET', '/state')).postedTwice;
  }

  /** What stands on a list, as the cloud itself knows it. */
  async destinations(listId: number): Promise<Set<string>> {
    const values = new Set<string>();
    for (;;) {
      const page = listPageSchema.parse(
        await this.#send('GET', `/lists/${listId}?offset=${values.size}&limit=${mostPerPage}`),
      );
      for (const { destination } of page) values.add(destination);
      if (page.length < mostPerPage) return values;
    }
  }

  change(settings: object): Promise<unknown> {
    return this.#send('PUT', '/settings', settings);
  }

  fault(fault: object): Promise<unknown> {
    return this.#send('POST', '/faults', fault);
  }

  async #send(method: string, path: string, body?: object): Promise<unknown> {
    const answer = await fetch(`${this.#url}/_control${path}`, {
      method,
      ...(body ? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } } : {}),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`simulator: ${method} ${path} answered ${answer.status}: ${text}`);
    return text ? JSON.parse(text) : undefined;
  }
}
