/** When every simulated test begins. */
export const startOfTest = new Date('2026-01-01T08:00:00Z');

/** An answer as a client sees it. */
export interface Received {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

export interface Sent {
  readonly body?: string;
  readonly headers?: Record<string, string>;
}

/** Sends a request as it stands. Rejects when the connection is cut. */
export async function sendRequest(
  method: string,
  url: string,
  { body, headers = {} }: Sent = {},
): Promise<Received> {
  const response = await fetch(url, {
    method,
    headers,
    ...(body === undefined ? {} : { body }),
    signal: AbortSignal.timeout(10_000),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type') === 'application/json';
  return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
}

/** Sends a JSON body, or none. */
export function sendJson(
  method: string,
  url: string,
  { body, headers = {} }: { readonly body?: unknown; readonly headers?: Record<string, string> } = {},
): Promise<Received> {
  return sendRequest(method, url, {
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    headers: { ...headers, 'content-type': 'application/json' },
  });
}
