import { z } from 'zod';
import type { AuthorisedXdrClient } from '../authorised-client.ts';
import { type ModuleError, moduleErrorsSchema } from '../modules.ts';
import type { Observable } from '../observable.ts';
import type { ResponseAction } from './response-actions.ts';

/** What came of an action. HTTP 200 says only that the module was asked. */
export type TriggerOutcome =
  | { readonly kind: 'done'; readonly errors: readonly ModuleError[] }
  | {
      readonly kind: 'failed';
      /** The module's word, which is `failure`, or another that is not documented. */
      readonly status: string;
      readonly errors: readonly ModuleError[];
    };

const answerSchema = z
  .object({ data: z.object({ status: z.string().min(1) }), errors: moduleErrorsSchema })
  .transform(
    ({ data: { status }, errors }): TriggerOutcome =>
      status === 'success' ? { kind: 'done', errors } : { kind: 'failed', status, errors },
  );

/**
 * Lets a module act on an observable: `POST /iroh/iroh-response/respond/trigger/{module}/{action}`. There is no key
 * against doing it twice, no rehearsal and no undo, so it is sent once.
 * @param action as `listResponseActions` gave it: nothing of it is to be guessed
 * @throws OutcomeUnknown when no answer came, or an unreadable one: list the actions again before repeating it
 * @see https://visibility.amp.cisco.com/iroh/iroh-response/index.html
 */
export function triggerAction(
  client: AuthorisedXdrClient,
  { module, actionId, parameters }: ResponseAction,
  { type, value }: Observable,
): Promise<TriggerOutcome> {
  const query = new URLSearchParams({ ...parameters, observable_type: type, observable_value: value });
  const path = [module.instanceId, actionId].map(encodeURIComponent).join('/');
  return client.send(
    {
      method: 'POST',
      host: 'platform',
      path: `/iroh/iroh-response/respond/trigger/${path}?${query}`,
      scope: 'response/trigger:write',
      repetition: 'once',
    },
    answerSchema,
  );
}
