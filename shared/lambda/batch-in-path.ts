import { type BatchId, batchIdSchema } from '../people/changes/batch-id.ts';
import type { HttpRequest } from './http-request.ts';
import { RefusedRequest } from './refused-request.ts';

/**
 * The batch of a path `/people/batches/{batchId}`.
 * @throws RefusedRequest (`not-found`) when what stands there is no id of one
 */
export function batchInPath({ pathParameters }: Pick<HttpRequest, 'pathParameters'>): BatchId {
  const batchId = batchIdSchema.safeParse(pathParameters.get('batchId')).data;
  if (batchId !== undefined) return batchId;
  throw new RefusedRequest('not-found', 'The id of a batch is bat_ followed by 32 hexadecimal digits.');
}
