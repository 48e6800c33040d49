import { type Answer, ok } from '../../http/answer.ts';
import type { ApiRequest } from '../../http/api-request.ts';
import type { Cloud } from '../cloud.ts';
import { organisationId } from '../destination-lists.ts';
import { logBucketError } from '../error-envelopes.ts';
import { expiryOf } from '../log-bucket-key.ts';
import type { Route } from '../route.ts';

/** Rotation of the key for the Cisco-managed log bucket. */
export const logBucketKeyRoutes: readonly Route[] = [
  {
    method: 'POST',
    template: '/admin/v2/iam/rotateKey',
    access: 'bearer-token',
    scope: 'admin.iam:write',
    rateLimit: 'admin',
    envelope: logBucketError,
    handle: rotateKey,
  },
];

function rotateKey(request: ApiRequest, cloud: Cloud): Answer {
  const now = cloud.clock.now();
  const former = cloud.logBucket.newest();
  const isLost = !former || expiryOf(former) <= now;
  if (!former || (isLost && cloud.settings.lostLogBucketKey === 'refuses')) {
    const text = `Not found IAM key info for org ${organisationId}.`;
    return logBucketError(400, text, { path: request.path, now });
  }
  const { keyId, secretAccessKey, createdAt } = cloud.logBucket.makeKey(now);
  return ok({
    oldKeyId: former.keyId,
    currentKeyId: keyId,
    secretAccessKey,
    keyCreationDate: createdAt.toISOString(),
  });
}
