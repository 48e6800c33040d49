import { z } from 'zod';
import type { AuthorisedXdrClient } from '../authorised-client.ts';
import type { ModuleAnswers } from '../modules.ts';
import { moduleErrorsSchema } from '../modules.ts';
import type { Observable } from '../observable.ts';
import { enrichAnswerSchema, type ModuleAnswer } from './module-answer.ts';
import { type Verdict, verdictSchema } from './verdict.ts';

export interface Reputation extends ModuleAnswers<ModuleAnswer> {
  /** XDR's own verdict over all modules; `undefined` when it has none. */
  readonly verdict: Verdict | undefined;
}

/** Errors stand at two levels: of the modules, and of putting them together. */
const answerSchema = z
  .object({
    data: enrichAnswerSchema.and(
      z.object({
        reputation: verdictSchema
          .nullish()
          .transform((verdict) => verdict ?? undefined)
          .catch(undefined),
      }),
    ),
    errors: moduleErrorsSchema,
  })
  .transform(
    ({ data, errors }): Reputation => ({
      verdict: data.reputation,
      answers: data.answers,
      errors: [...errors, ...data.errors],
    }),
  );

/**
 * One combined verdict on one observable: `GET /iroh/iroh-enrich/reputation/observable`.
 * @see https://visibility.amp.cisco.com/iroh/iroh-enrich/index.html
 */
export function readReputation(
  client: AuthorisedXdrClient,
  { type, value }: Observable,
): Promise<Reputation> {
  return client.send(
    {
      method: 'GET',
      host: 'platform',
      path: `/iroh/iroh-enrich/reputation/observable?${new URLSearchParams({ type, value })}`,
      scope: 'enrich/observables/reputation:read',
      repetition: 'repeatable',
    },
    answerSchema,
  );
}
