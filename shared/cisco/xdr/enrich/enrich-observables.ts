import type { NonEmptyArray } from '../../../non-empty.ts';
import type { AuthorisedXdrClient } from '../authorised-client.ts';
import type { ModuleAnswers } from '../modules.ts';
import type { Observable } from '../observable.ts';
import { enrichAnswerSchema, type ModuleAnswer } from './module-answer.ts';

/**
 * Observables in one request. How many XDR takes and for how long it works on them is not documented; every one is
 * given to every module, so batches are kept small.
 */
export const mostObservablesPerCall = 20;

export interface EnrichOptions {
  /** Asks these modules only. Default all of the organisation's. */
  readonly moduleInstanceIds?: readonly string[];
}

/**
 * Verdicts only, from the modules that have one at hand: `POST /iroh/iroh-enrich/deliberate/observables`. Meant by the
 * vendor to be fast.
 * @see https://visibility.amp.cisco.com/iroh/iroh-enrich/index.html
 */
export function deliberate(
  client: AuthorisedXdrClient,
  observables: NonEmptyArray<Observable>,
  options: EnrichOptions = {},
): Promise<ModuleAnswers<ModuleAnswer>> {
  return enrich(client, 'deliberate', observables, options);
}

/**
 * Everything that the modules know: `POST /iroh/iroh-enrich/observe/observables`. Slow, since some search in logs.
 * @see https://visibility.amp.cisco.com/iroh/iroh-enrich/index.html
 */
export function observe(
  client: AuthorisedXdrClient,
  observables: NonEmptyArray<Observable>,
  options: EnrichOptions = {},
): Promise<ModuleAnswers<ModuleAnswer>> {
  return enrich(client, 'observe', observables, options);
}

/**
 * What is known of machines or users, each named by observables, in a time: `POST /iroh/iroh-enrich/observe/targets`.
 * @see https://visibility.amp.cisco.com/iroh/iroh-enrich/index.html
 */
export function observeTargets(
  client: AuthorisedXdrClient,
  targets: { observables: NonEmptyArray<Observable>; from: Date; to: Date },
): Promise<ModuleAnswers<ModuleAnswer>> {
  return client.send(
    {
      method: 'POST',
      host: 'platform',
      path: '/iroh/iroh-enrich/observe/targets',
      json: {
        observables: targets.observables,
        start_time: targets.from.toISOString(),
        end_time: targets.to.toISOString(),
      },
      scope: 'enrich/observables/observe:read',
      repetition: 'repeatable',
    },
    enrichAnswerSchema,
  );
}

function enrich(
  client: AuthorisedXdrClient,
  depth: 'deliberate' | 'observe',
  observables: NonEmptyArray<Observable>,
  { moduleInstanceIds = [] }: EnrichOptions,
): Promise<ModuleAnswers<ModuleAnswer>> {
  const query = new URLSearchParams();
  for (const id of moduleInstanceIds) query.append('mids', id);
  return client.send(
    {
      method: 'POST',
      host: 'platform',
      path: `/iroh/iroh-enrich/${depth}/observables${query.size === 0 ? '' : `?${query}`}`,
      // A bare array: wrapped in an object it is refused.
      json: observables,
      scope: `enrich/observables/${depth}:read`,
      repetition: 'repeatable',
    },
    enrichAnswerSchema,
  );
}
