import { GiveUp } from '../../../errors/give-up.ts';
import type { CertifiedDevice, CertifiedDevices } from '../../../people/devices/certified-devices.ts';
import type { NotRemoved } from '../../../people/remove-until-none-left.ts';
import type { AuthorisedClient } from '../authorised-client.ts';
import { readCertifiedDevices, revokeDevice } from './device-certificates.ts';
import { findUserIds } from './find-user-ids.ts';

/** The zero-trust devices of people, in the global edition: the others have no API for them. */
export function zeroTrustDevices(clients: {
  /** At the pace of the admin API. */
  admin: AuthorisedClient;
  /** At the pace of the reports, which know the ids of people. */
  reports: AuthorisedClient;
}): CertifiedDevices {
  return {
    async list(person) {
      const devices: CertifiedDevice[] = [];
      for (const userId of await findUserIds(clients.reports, person)) {
        devices.push(...(await readCertifiedDevices(clients.admin, userId)));
      }
      return devices;
    },
    async revoke(devices) {
      const notRemoved: NotRemoved[] = [];
      for (const device of devices) {
        const reason = await refusalOf(device);
        if (reason !== undefined) notRemoved.push({ what: `device ${device.deviceId}`, reason });
      }
      return notRemoved;
    },
  };

  /** A device that is refused must not keep the others in force. */
  async function refusalOf(device: CertifiedDevice): Promise<string | undefined> {
    try {
      await revokeDevice(clients.admin, device);
      return undefined;
    } catch (error) {
      if (error instanceof GiveUp) return error.message;
      throw error;
    }
  }
}
