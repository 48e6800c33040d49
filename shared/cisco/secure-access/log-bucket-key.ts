import { z } from 'zod';
import { ConfigurationProblem } from '../../errors/configuration-problem.ts';
import { GiveUp } from '../../errors/give-up.ts';
import type { AuthorisedClient } from './authorised-client.ts';
import { readVendorError } from './error-body.ts';

const path = '/admin/v2/iam/rotateKey';

/** Its `keyCreationDate` names no zone, so it is not read. */
const rotatedSchema = z.object({ currentKeyId: z.string().min(1), secretAccessKey: z.string().min(1) });

/**
 * Replaces the key of the organisation's Cisco-managed log bucket: `POST /admin/v2/iam/rotateKey`.
 * Sent again when the answer was lost: each call answers with a whole new key, and one that nobody has received
 * is nobody's loss. What becomes of the former key at once is not documented.
 * @throws ConfigurationProblem when the scope `admin.iam:write` is missing, or there is no such bucket
 * @see https://developer.cisco.com/docs/cloud-security/secure-access-api-getting-started
 */
export async function rotateLogBucketKeyAtCisco(
  client: AuthorisedClient,
): Promise<{ accessKeyId: string; secretAccessKey: string }> {
  const answer = await client.send({
    method: 'POST',
    path,
    scope: 'admin.iam:write',
    repetition: 'repeatable',
  });
  const rotated = rotatedSchema.safeParse(answer.body);
  if (answer.status < 300 && rotated.success) {
    return { accessKeyId: rotated.data.currentKeyId, secretAccessKey: rotated.data.secretAccessKey };
  }
  if (answer.status < 400) {
    // What could not be read may hold a secret, so the answer is not quoted.
    throw new GiveUp(`POST ${path} answered ${answer.status}, not in the documented form.`);
  }
  throw new ConfigurationProblem(
    `POST ${path} answered ${answer.status}: ${readVendorError(answer.body).text}. Look in the console under Admin > Log Management. If the key has passed its 90 days, make a new one there and store it: npm run cli -- credentials set <organisation>/log-bucket-key. If the logs are not in a bucket managed by Cisco, take logBucketKeyRotation out of the configuration.`,
  );
}
