import type { AuthorisedXdrClient } from '../../cisco/xdr/authorised-client.ts';
import { type Bundle, externalIdsOf } from '../../cisco/xdr/private-intelligence/bundle.ts';
import { importBundle, secondsUntilIndexed } from '../../cisco/xdr/private-intelligence/import-bundle.ts';
import { OutcomeUnknown } from '../../errors/outcome-unknown.ts';
import { RetryLater } from '../../errors/retry-later.ts';
import type { ImportedEntities } from './imported-entities.ts';
import { newInBundle } from './new-in-bundle.ts';

/** What came of the entities of a bundle. */
export interface ImportResult {
  /** Ids of those that are stored, by external id: now, or before. */
  readonly stored: ReadonlyMap<string, string>;
  /** Why the others are not, by external id. */
  readonly failed: ReadonlyMap<string, string>;
}

/**
 * Writes what of a bundle was not written before. Call it with an import lock: two functions that do this at once with
 * the same entity would store it twice.
 * @throws RetryLater when it may work later; nothing is stored twice then either, if the lock is kept
 */
export async function importNew(
  bundle: Bundle,
  { client, entities }: { client: AuthorisedXdrClient; entities: ImportedEntities },
): Promise<ImportResult> {
  const known = await entities.find(externalIdsOf(bundle));
  const rest = newInBundle(bundle, known);
  if (externalIdsOf(rest).length === 0) return { stored: known, failed: new Map() };

  const added = new Map<string, string>();
  const failed = new Map<string, string>();
  for (const entity of await importBundle(client, rest)) {
    if (entity.result === 'error') failed.set(entity.externalId, entity.message);
    else added.set(entity.externalId, entity.id);
  }
  await entities.add(added).catch((cause: unknown) => {
    const unknown = new OutcomeUnknown('What was imported could not be recorded.', { cause });
    throw new RetryLater(`${unknown.message} It is found by its external ids in a while.`, {
      cause: unknown,
      retryAfterSeconds: secondsUntilIndexed,
    });
  });
  return { stored: new Map([...known, ...added]), failed };
}
