import { z } from 'zod';
import type { ApiRequest } from './api-request.ts';

export type ParsedBody<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: string };

/**
 * Reads a request's JSON body by a schema; the problem names each wrong place on a line of its own.
 * `Content-Type: application/json` is demanded, as Cisco asks for it.
 */
export function parseJsonBody<T>(request: ApiRequest, schema: z.ZodType<T>): ParsedBody<T> {
  if (!request.contentType?.startsWith('application/json')) {
    return { ok: false, problem: 'Content-Type must be application/json' };
  }
  let json: unknown;
  try {
    json = JSON.parse(request.body);
  } catch {
    return { ok: false, problem: 'the body is not valid JSON' };
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return { ok: true, value: parsed.data };
  return { ok: false, problem: z.prettifyError(parsed.error) };
}
