import { z } from 'zod';
import type { NonEmptyArray } from '../../../non-empty.ts';
import { redactVendorText } from '../../http/redact.ts';
import type { AuthorisedXdrClient } from '../authorised-client.ts';
import { type ModuleAnswers, moduleAnswersSchema, moduleSchema, type XdrModule } from '../modules.ts';
import type { Observable } from '../observable.ts';

/** A place in a product's own console where an observable can be looked at. */
export interface ModuleLink {
  readonly module: XdrModule;
  readonly title: string;
  readonly url: string;
}

/** A link that does not begin with http is no link to show to people. */
const linkSchema = z
  .object({ title: z.string(), url: z.url({ protocol: /^https?$/ }) })
  .and(moduleSchema.transform((module) => ({ module })))
  .transform(({ module, title, url }): ModuleLink => ({ module, title: redactVendorText(title), url }));

const answerSchema = moduleAnswersSchema(linkSchema);

/**
 * Links into the consoles of the modules: `POST /iroh/iroh-enrich/refer/observables`.
 * @see https://visibility.amp.cisco.com/iroh/iroh-enrich/index.html
 */
export function refer(
  client: AuthorisedXdrClient,
  observables: NonEmptyArray<Observable>,
): Promise<ModuleAnswers<ModuleLink>> {
  return client.send(
    {
      method: 'POST',
      host: 'platform',
      path: '/iroh/iroh-enrich/refer/observables',
      json: observables,
      scope: 'enrich/observables/refer:read',
      repetition: 'repeatable',
    },
    answerSchema,
  );
}
