import { revokeCertificates } from '../../devices/revoke-certificates.ts';
import type { OffboardingStep } from '../leaver.ts';
import { removalSummary } from './removal-summary.ts';

/** Revokes the zero-trust certificates of the person's devices, until none is in force. */
export const revokeDeviceCertificates: OffboardingStep = async (
  { email, places: { certifiedDevices }, sleep },
  { isResumed },
) => {
  if (!certifiedDevices) {
    return { result: 'not-needed', summary: 'this edition has no zero-trust devices to look at' };
  }
  const removal = await revokeCertificates(email, certifiedDevices, { sleep });
  return removalSummary(
    removal,
    { noun: 'device certificate', past: 'revoked', nameOf: ({ deviceId }) => `device ${deviceId}` },
    isResumed,
  );
};
