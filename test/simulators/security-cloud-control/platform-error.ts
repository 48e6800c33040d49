import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Answer } from '../http/answer.ts';
import type { ApiRequest } from '../http/api-request.ts';
import type { Cloud } from './cloud.ts';

/** Error of the platform: five fields, and the tracking id in a header too. Without a text it says what HTTP says. */
export function platformError(
  status: number,
  { request, cloud, text }: { request: ApiRequest; cloud: Pick<Cloud, 'settings' | 'clock'>; text?: string },
): Answer {
  const trackingId = randomUUID();
  const body = {
    trackingId,
    [cloud.settings.errorText]: text ?? STATUS_CODES[status] ?? 'Error',
    timestamp: cloud.clock.now().toISOString(),
    statusCode: status,
    path: request.path,
  };
  return { status, body, headers: { trackingid: trackingId } };
}
