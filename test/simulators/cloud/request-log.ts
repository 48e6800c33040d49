/** One request to the cloud, control routes left out. */
export interface LoggedRequest {
  /** 1 for the first; counts on after a filter, begins anew after a reset. */
  readonly sequence: number;
  /** Simulated time of arrival, ISO 8601. */
  readonly time: string;
  readonly method: string;
  /** Path with its query. */
  readonly path: string;
  /** The route's template, or `(no route)`. */
  readonly template: string;
  /** What the HTTP line said; null while there is no answer, and for good if there never was one. */
  status: number | null;
  outcome: 'in-progress' | 'answered' | 'cut-off' | 'left-hanging';
  /** Elements of the body if it was a JSON array. */
  readonly items: number | null;
  /** Tells tokens apart; never the token. */
  readonly tokenId: string | null;
  /** The kind of fault that changed this request's course. */
  readonly fault: string | null;
}

export interface LogFilter {
  readonly method?: string | undefined;
  readonly pathPrefix?: string | undefined;
}

/** Every request in order of arrival. */
export class RequestLog {
  #requests: LoggedRequest[] = [];

  /** Writes the request down at its arrival; the caller adds status and outcome when they are known. */
  open(request: Omit<LoggedRequest, 'sequence' | 'status' | 'outcome'>): LoggedRequest {
    const entry: LoggedRequest = {
      sequence: this.#requests.length + 1,
      ...request,
      status: null,
      outcome: 'in-progress',
    };
    this.#requests.push(entry);
    return entry;
  }

  requests({ method, pathPrefix = '' }: LogFilter = {}): readonly Readonly<LoggedRequest>[] {
    return this.#requests.filter(
      (request) =>
        (method === undefined || request.method === method.toUpperCase()) &&
        request.path.startsWith(pathPrefix),
    );
  }

  /** How many requests there were of each method and template: `{ "POST /auth/v2/token": 1 }`. */
  counts(): Readonly<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const { method, template } of this.#requests) {
      const kind = `${method} ${template}`;
      counts[kind] = (counts[kind] ?? 0) + 1;
    }
    return counts;
  }

  clear(): void {
    this.#requests = [];
  }
}
