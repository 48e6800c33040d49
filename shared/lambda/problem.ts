import { type HttpResponse, jsonResponse } from './http-response.ts';

/** Every refusal that our routes give, by a name that callers may rely on. */
export const problems = {
  'unreadable-body': { status: 400, title: 'The body cannot be read' },
  'invalid-json': { status: 400, title: 'The body is not JSON that can be read' },
  'not-authenticated': { status: 401, title: 'The sender could not be verified' },
  'not-found': { status: 404, title: 'There is nothing at this address' },
  'method-not-allowed': { status: 405, title: 'This address takes another method' },
  'nothing-held': { status: 409, title: 'Nothing of it waits for a decision' },
  'decided-otherwise': { status: 409, title: 'Somebody decided otherwise before' },
  'not-possible-now': { status: 409, title: 'As it stands, this cannot be done' },
  'body-too-large': { status: 413, title: 'The body is too large' },
  'unsupported-media-type': { status: 415, title: 'The body is not of the form that is taken here' },
  'not-understood': { status: 422, title: 'The body can be read, but is not what is expected here' },
  'internal-error': { status: 500, title: 'Something went wrong on our side' },
  'try-again-later': { status: 503, title: 'It did not work now; the same request may work later' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemKind = keyof typeof problems;

/**
 * What a refusal looks like outside.
 * @see https://www.rfc-editor.org/rfc/rfc9457
 */
export interface ProblemDocument {
  /** `urn:problem-type:scc-automations:` and the kind. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  /** What was wrong with this very request, what would be right, what to do next. No secrets. */
  readonly detail: string;
  /** Names this call in the access log and in our log lines (`apiRequestId`). */
  readonly requestId: string;
}

/** The one place where a refusal becomes an HTTP answer. */
export function problemResponse(problem: {
  readonly kind: ProblemKind;
  readonly detail: string;
  readonly requestId: string;
  readonly headers?: Readonly<Record<string, string>>;
}): HttpResponse {
  const { status, title } = problems[problem.kind];
  const document: ProblemDocument = {
    type: `urn:problem-type:scc-automations:${problem.kind}`,
    title,
    status,
    detail: problem.detail,
    requestId: problem.requestId,
  };
  return jsonResponse(status, document, { ...problem.headers, 'content-type': 'application/problem+json' });
}
