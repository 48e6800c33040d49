import { z } from 'zod';
import type { AuthorisedXdrClient } from '../authorised-client.ts';
import { validTimeSchema } from '../ctim.ts';
import { type StoredEntity, shortIdOf, storedEntitySchema } from './stored-entity.ts';

/** A judgement in private intelligence, as far as its end matters. */
export interface StoredJudgement extends StoredEntity {
  /** `undefined` where it does not end. */
  readonly validUntil: Date | undefined;
}

const storedJudgementSchema = storedEntitySchema
  .extend({ valid_time: validTimeSchema })
  .transform(({ id, valid_time }): StoredJudgement => ({ id, validUntil: valid_time.end_time }));

/**
 * The judgements with an external id: `GET /ctia/judgement/external_id/{external_id}`. A new one shows after a moment
 * only.
 * @see https://private.intel.amp.cisco.com/index.html
 */
export function findJudgements(
  client: AuthorisedXdrClient,
  externalId: string,
): Promise<readonly StoredJudgement[]> {
  return client.send(
    {
      method: 'GET',
      host: 'privateIntelligence',
      path: `/ctia/judgement/external_id/${encodeURIComponent(externalId)}`,
      scope: 'private-intel:read',
      repetition: 'repeatable',
    },
    z.array(storedJudgementSchema),
  );
}

/**
 * Ends a judgement now: `POST /ctia/judgement/{id}/expire`. Ended again, it only ends a little later.
 * @param reason why, for people who read it in the console
 * @see https://private.intel.amp.cisco.com/index.html
 */
export async function expireJudgement(
  client: AuthorisedXdrClient,
  judgement: StoredEntity,
  reason: string,
): Promise<void> {
  const id = encodeURIComponent(shortIdOf(judgement));
  await client.send(
    {
      method: 'POST',
      host: 'privateIntelligence',
      path: `/ctia/judgement/${id}/expire?${new URLSearchParams({ reason })}`,
      scope: 'private-intel:write',
      repetition: 'repeatable',
    },
    z.unknown(),
  );
}
