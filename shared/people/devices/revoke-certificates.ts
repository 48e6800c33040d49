import type { Sleep } from '../../time/sleep.ts';
import type { EmailAddress } from '../email-address.ts';
import { type RemovalLimits, type RemovalResult, removeUntilNoneLeft } from '../remove-until-none-left.ts';
import type { CertifiedDevice, CertifiedDevices } from './certified-devices.ts';

/** Revokes the certificates of a person's devices, until none is in force any more. */
export function revokeCertificates(
  person: EmailAddress,
  place: CertifiedDevices,
  options: { sleep: Sleep; limits?: RemovalLimits },
): Promise<RemovalResult<CertifiedDevice>> {
  return removeUntilNoneLeft(
    { list: () => place.list(person), remove: (devices) => place.revoke(devices) },
    options,
  );
}
