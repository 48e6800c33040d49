import { z } from 'zod';
import { OutcomeUnknown } from '../../../errors/outcome-unknown.ts';
import { RetryLater } from '../../../errors/retry-later.ts';
import { redactVendorText } from '../../http/redact.ts';
import type { AuthorisedXdrClient } from '../authorised-client.ts';
import { textSchema } from '../ctim.ts';
import { type Bundle, bundleBody, externalIdsOf } from './bundle.ts';
import { externalIdPrefix } from './external-id.ts';

/**
 * Entities in one import. The open-source server takes 2,000; what the cloud takes is not documented.
 * @see https://github.com/threatgrid/ctia
 */
export const mostEntitiesPerBundle = 500;

/**
 * After an import of unknown outcome, in seconds. The import looks for what exists in a search index, which learns of
 * a new entity only after a moment: repeated at once it may store everything twice.
 */
export const secondsUntilIndexed = 60;

/** What became of one entity of a bundle. */
export type ImportedEntity =
  /** `exists`: it was there, and was left as it is. */
  | { readonly externalId: string; readonly result: 'created' | 'exists'; readonly id: string }
  | { readonly externalId: string; readonly result: 'error'; readonly message: string };

const resultSchema = z.object({
  id: textSchema,
  original_id: textSchema,
  external_ids: z.array(z.string()).catch([]),
  result: textSchema,
  error: z.unknown().optional(),
  msg: textSchema,
});

/** A result of another form says nothing: its entity is then not mentioned. */
const answerSchema = z.object({
  results: z
    .array(resultSchema.nullable().catch(null))
    .transform((results) => results.filter((result) => result !== null)),
});

/**
 * Writes a bundle to private intelligence: `POST /ctia/bundle/import`. What has one of our external ids already is
 * left as it is, so a bundle can be written again at any later time.
 * @returns one result for each entity of the bundle, errors among them: HTTP 200 says nothing of a single one
 * @throws RetryLater also when no answer came: it is safe to repeat, after a while
 * @see https://github.com/threatgrid/ctia/blob/master/resources/ctia/public/doc/bulk-bundle.org
 */
export async function importBundle(
  client: AuthorisedXdrClient,
  bundle: Bundle,
): Promise<readonly ImportedEntity[]> {
  const call = {
    method: 'POST',
    host: 'privateIntelligence',
    path: `/ctia/bundle/import?${new URLSearchParams({ 'external-key-prefixes': externalIdPrefix })}`,
    json: bundleBody(bundle),
    scope: 'private-intel:write',
    // Not repeated at once: see secondsUntilIndexed.
    repetition: 'once',
  } as const;
  const { results } = await client.send(call, answerSchema).catch((error: unknown) => {
    if (!(error instanceof OutcomeUnknown)) throw error;
    throw new RetryLater(`${error.message} What was stored is found by its external id then.`, {
      cause: error,
      retryAfterSeconds: secondsUntilIndexed,
    });
  });
  return externalIdsOf(bundle).map((externalId) => resultOf(externalId, results));
}

function resultOf(externalId: string, results: readonly z.infer<typeof resultSchema>[]): ImportedEntity {
  const found = results.find(
    ({ original_id, external_ids }) =>
      original_id === `transient:${externalId}` || external_ids.includes(externalId),
  );
  if (!found) return { externalId, result: 'error', message: 'the answer does not mention it' };
  const { result, id, msg, error } = found;
  if ((result === 'created' || result === 'exists') && id !== undefined) return { externalId, result, id };
  const said = msg ?? (error === undefined ? `result ${result ?? 'missing'}` : JSON.stringify(error));
  return { externalId, result: 'error', message: redactVendorText(said) };
}
