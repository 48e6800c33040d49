import { randomUUID } from 'node:crypto';
import type { Answer } from '../http/answer.ts';

/** Error of IROH, the platform API. */
export function irohError(status: number, error: string, description: string, more: object = {}): Answer {
  return { status, body: { error, error_description: description, ...more, trace_id: randomUUID() } };
}

/** The refusal for a token without the scope, with hyphens where other errors have underscores. */
export function missingScopeError(
  missing: readonly string[],
  { required, granted }: { required: string; granted: readonly string[] },
): Answer {
  return irohError(403, 'missing_scope', `Missing scopes: ${missing.join(', ')}`, {
    'missing-scopes': missing,
    'required-scopes': [required],
    scopes: granted,
    'user-id': 'a1d2c3b4-0000-4000-8000-000000000001',
    'org-id': 'a1d2c3b4-0000-4000-8000-000000000002',
  });
}

/** The same of CTIA, the API of private intelligence. */
export function accessControlError(): Answer {
  const message = 'Missing capability';
  return { status: 403, body: { type: 'Access Control Error', error: message, message, class: 'ctia' } };
}

/** A body that is no entity, as CTIA says it. */
export function invalidEntityError(message: string): Answer {
  return { status: 400, body: { type: 'Invalid Entity Error', error: message, message, class: 'ctia' } };
}

/** A body that inspect does not read: a map from the key to what is wrong with it, unlike any other error. */
export function inspectError(problems: Readonly<Record<string, string>>): Answer {
  return { status: 400, body: problems };
}
