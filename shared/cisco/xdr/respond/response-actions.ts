import { z } from 'zod';
import type { NonEmptyArray } from '../../../non-empty.ts';
import { redactVendorText } from '../../http/redact.ts';
import type { AuthorisedXdrClient } from '../authorised-client.ts';
import { type ModuleAnswers, moduleAnswersSchema, moduleSchema, type XdrModule } from '../modules.ts';
import { type Observable, observableSchema } from '../observable.ts';

/** Something that a module offers to do with an observable, at the time of asking. */
export interface ResponseAction {
  readonly module: XdrModule;
  /** The module's own, such as `block`: only together with the module does it name an action. */
  readonly actionId: string;
  readonly title: string;
  /** What it would be done to; `undefined` when the action does not say. */
  readonly observable: Observable | undefined;
  /** What the module wants to be told beside the observable, such as the list to add it to. */
  readonly parameters: Readonly<Record<string, string>>;
}

const actionSchema = z
  .object({ id: z.string().min(1), title: z.string().optional().catch(undefined), url: z.string().catch('') })
  .and(moduleSchema.transform((module) => ({ module })))
  .transform(({ module, id, title, url }): ResponseAction => {
    const { observable_type: type, observable_value: value, ...parameters } = queryOf(url);
    return {
      module,
      actionId: id,
      title: redactVendorText(title ?? id),
      observable: observableSchema.safeParse({ type, value }).data,
      parameters,
    };
  });

const answerSchema = moduleAnswersSchema(actionSchema);

/**
 * What can be done with the observables now: `POST /iroh/iroh-response/respond/observables`. Actions come and go with
 * what was done: behind a block there is an unblock, if the module has one.
 * @see https://visibility.amp.cisco.com/iroh/iroh-response/index.html
 */
export function listResponseActions(
  client: AuthorisedXdrClient,
  observables: NonEmptyArray<Observable>,
): Promise<ModuleAnswers<ResponseAction>> {
  return client.send(
    {
      method: 'POST',
      host: 'platform',
      path: '/iroh/iroh-response/respond/observables',
      json: observables,
      scope: 'response/observables:read',
      repetition: 'repeatable',
    },
    answerSchema,
  );
}

/** The action's address is relative; only its query is of use, since module and id name the rest. */
function queryOf(url: string): Record<string, string> {
  return Object.fromEntries(URL.parse(url, 'https://relative.invalid')?.searchParams ?? []);
}
