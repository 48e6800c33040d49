import { type Answer, noContent, ok } from '../../http/answer.ts';
import type { ApiRequest } from '../../http/api-request.ts';
import type { PathParameters } from '../../http/route.ts';
import type { Cloud } from '../cloud.ts';
import { keyAdminError } from '../error-envelopes.ts';
import type { Route } from '../route.ts';

const user = '/admin/v2/ztna/users/{userId}';
const guarded = { access: 'bearer-token', rateLimit: 'admin', envelope: keyAdminError } as const;

/** How long a certificate of a device is good for. */
const certificateDays = 30;

/**
 * The certificates of zero-trust devices.
 *
 * @see https://developer.cisco.com/docs/cloud-security/secure-access-api-reference-zta-users-overview
 */
export const zeroTrustDeviceRoutes: readonly Route[] = [
  {
    ...guarded,
    method: 'GET',
    template: `${user}/deviceCertificates`,
    scope: 'admin.ztna.certificates:read',
    handle: listCertificates,
  },
  {
    ...guarded,
    method: 'DELETE',
    template: `${user}/devices/{deviceId}`,
    scope: 'admin.ztna.enrollment:write',
    handle: revoke,
  },
];

function listCertificates(_request: ApiRequest, cloud: Cloud, { userId = '' }: PathParameters): Answer {
  const found = cloud.zeroTrustUsers.find(userId);
  if (!found) return keyAdminError(404, 'Not Found');
  const createdAt = cloud.clock.now();
  const expiresAt = new Date(createdAt.getTime() + certificateDays * 86_400_000);
  const devices = found.devices.map(({ deviceId, status }, index) => ({
    deviceId,
    certificates: [
      {
        certificateId: `${userId}${index}`,
        status,
        createdAt: createdAt.toISOString(),
        expiresAt: expiresAt.toISOString(),
      },
    ],
  }));
  return ok({ userId, devices });
}

function revoke(_request: ApiRequest, cloud: Cloud, parameters: PathParameters): Answer {
  const { userId = '', deviceId = '' } = parameters;
  switch (cloud.zeroTrustUsers.revoke(userId, deviceId)) {
    case 'revoked':
      return noContent;
    case 'refused':
      return keyAdminError(400, 'The device is being enrolled');
    case 'unknown-device':
      return keyAdminError(404, 'Not Found');
  }
}
