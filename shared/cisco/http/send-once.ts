import type { Attempt, HttpAnswer, HttpCall } from './http-call.ts';
import { followRedirect, mostRedirects } from './redirect.ts';

/** Largest answer that is read, in bytes: a page of 1,000 rules is below 1 MB. */
const largestAnswerBytes = 16 * 1024 * 1024;

/** Failures of Node's fetch after which the call certainly did not reach the server. */
const neverSent = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** One attempt of a call, redirects included. Never throws: what went wrong is part of the result. */
export async function sendOnce(call: HttpCall, signal: AbortSignal): Promise<Attempt> {
  let current = call;
  for (let redirects = 0; ; redirects++) {
    const attempt = await exchange(current, signal);
    if (attempt.kind !== 'answered' || redirects >= mostRedirects) return attempt;
    const next = followRedirect(current, attempt.answer.status, attempt.answer.headers.get('location'));
    if (!next) return attempt;
    current = next;
  }
}

async function exchange(call: HttpCall, signal: AbortSignal): Promise<Attempt> {
  if (signal.aborted) return { kind: 'not-sent', cause: signal.reason };
  const headers = readHeaders(call.headers);
  if (!headers) {
    return { kind: 'not-sent', cause: new Error('a header holds a character that HTTP does not allow') };
  }
  try {
    const response = await fetch(call.url, {
      method: call.method,
      headers,
      redirect: 'manual',
      signal,
      ...(call.body === undefined ? {} : { body: call.body }),
    });
    return { kind: 'answered', answer: await readAnswer(response) };
  } catch (cause) {
    return { kind: wasNeverSent(cause) ? 'not-sent' : 'answer-lost', cause };
  }
}

/** `undefined` for a forbidden character: the platform's own error quotes the value, which may be a token. */
function readHeaders(headers: HttpCall['headers']): Headers | undefined {
  try {
    return new Headers(headers);
  } catch {
    return undefined;
  }
}

async function readAnswer(response: Response): Promise<HttpAnswer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > largestAnswerBytes) throw new Error(`the answer is larger than ${largestAnswerBytes} bytes`);
    chunks.push(chunk);
  }
  const text = Buffer.concat(chunks).toString('utf8');
  return { status: response.status, headers: response.headers, body: parseBody(text) };
}

function parseBody(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function wasNeverSent(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  return typeof code === 'string' && neverSent.has(code);
}
