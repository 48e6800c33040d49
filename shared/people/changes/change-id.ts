import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { RequestId } from '../../requests/request-id.ts';
import type { EmailAddress } from '../email-address.ts';

/** Names one change in one person's life with the company for good: `chg_` and 32 hexadecimal digits. */
export const changeIdSchema = z
  .string()
  .regex(/^chg_[0-9a-f]{32}$/, 'the id of a change is chg_ followed by 32 hexadecimal digits')
  .brand<'ChangeId'>();
export type ChangeId = z.infer<typeof changeIdSchema>;

/** The same request gives the same id for the same person, so that a repeat of it is recognised. */
export function deriveChangeId(request: RequestId, person: EmailAddress): ChangeId {
  const digest = createHash('sha256').update(`${request}\n${person}`, 'utf8').digest('hex');
  return changeIdSchema.parse(`chg_${digest.slice(0, 32)}`);
}
