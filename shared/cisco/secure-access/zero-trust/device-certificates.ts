import { z } from 'zod';
import type { CertifiedDevice } from '../../../people/devices/certified-devices.ts';
import { pathSegment } from '../../http/path-segment.ts';
import type { AuthorisedClient } from '../authorised-client.ts';
import { parseLenientDate } from '../lenient-date.ts';
import { unexpectedAnswer } from '../unexpected-answer.ts';

const dateSchema = z.string().optional().catch(undefined).transform(parseLenientDate);

const devicesSchema = z.object({
  devices: z
    .array(
      z.object({
        deviceId: z.string().min(1),
        /** Of each device only the newest. */
        certificates: z.array(z.object({ status: z.string(), expiresAt: dateSchema })),
      }),
    )
    .default([]),
});

/**
 * The devices of a zero-trust user whose certificate is in force:
 * `GET /admin/v2/ztna/users/{userId}/deviceCertificates`. None for a user who is not known there. Certificates are
 * `active`, `expired` or `revoked`; a word that is none of them counts as in force.
 * @throws GiveUp when the answer cannot be understood
 * @see https://developer.cisco.com/docs/cloud-security/list-certificates-for-user/
 */
export async function readCertifiedDevices(
  client: AuthorisedClient,
  userId: string,
): Promise<CertifiedDevice[]> {
  const answer = await client.send({
    method: 'GET',
    path: `/admin/v2/ztna/users/${pathSegment(userId)}/deviceCertificates`,
    scope: 'admin.ztna.certificates:read',
    repetition: 'repeatable',
  });
  if (answer.status === 404) return [];
  const read = devicesSchema.safeParse(answer.body);
  if (answer.status !== 200 || !read.success) {
    throw unexpectedAnswer('to list the device certificates of a user', answer);
  }
  return read.data.devices.flatMap(({ deviceId, certificates }) => {
    const inForce = certificates.find(({ status }) => status !== 'expired' && status !== 'revoked');
    return inForce ? [{ userId, deviceId, expiresAt: inForce.expiresAt }] : [];
  });
}

/**
 * Revokes the certificates of one device and removes it:
 * `DELETE /admin/v2/ztna/users/{userId}/devices/{deviceId}`. A device that is gone already counts as revoked.
 * @throws GiveUp when it is refused
 * @see https://developer.cisco.com/docs/cloud-security/secure-access-api-reference-zta-users-overview
 */
export async function revokeDevice(
  client: AuthorisedClient,
  { userId, deviceId }: Pick<CertifiedDevice, 'userId' | 'deviceId'>,
): Promise<void> {
  const answer = await client.send({
    method: 'DELETE',
    path: `/admin/v2/ztna/users/${pathSegment(userId)}/devices/${pathSegment(deviceId)}`,
    scope: 'admin.ztna.enrollment:write',
    repetition: 'repeatable',
  });
  if (answer.status === 404 || (answer.status >= 200 && answer.status < 300)) return;
  throw unexpectedAnswer(`to revoke the certificates of the device ${deviceId}`, answer);
}
