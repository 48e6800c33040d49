import { z } from 'zod';
import type { Answer } from '../../http/answer.ts';
import type { ApiRequest } from '../../http/api-request.ts';
import { parseJsonBody } from '../../http/json-body.ts';
import { irohError } from '../error-envelopes.ts';
import { type Observable, observableSchema } from '../observable.ts';

/** Answers a request whose body is a bare array of observables; wrapped in an object it is refused. */
export function withObservables(
  request: ApiRequest,
  answer: (observables: readonly Observable[]) => Answer,
): Answer {
  const body = parseJsonBody(request, z.array(observableSchema));
  return body.ok ? answer(body.value) : invalidBody(body.problem);
}

export function invalidBody(problem: string): Answer {
  return irohError(400, 'invalid-request', problem);
}
