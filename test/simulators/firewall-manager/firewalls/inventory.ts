import { z } from 'zod';
import { type Device, seededDevices } from '../devices.ts';

/** A firewall to add. */
export const addedDeviceSchema = z.strictObject({
  uid: z.uuid(),
  name: z.string().min(1),
  deviceType: z
    .enum(['ASA', 'CDFMC_MANAGED_FTD', 'ONPREM_FMC_MANAGED_FTD'])
    .describe('What manages it decides how its rules are read and how it is deployed to.'),
});

export type AddedDevice = z.infer<typeof addedDeviceSchema>;

/** The devices of the tenant: the seeded ones and those that were added. */
export class Inventory {
  #added: readonly AddedDevice[] = [];

  all(): readonly (Device | AddedDevice)[] {
    return [...Object.values(seededDevices), ...this.#added];
  }

  find(uid: string): Device | AddedDevice | undefined {
    return this.all().find((device) => device.uid === uid);
  }

  add(device: AddedDevice): void {
    this.#added = [...this.#added.filter(({ uid }) => uid !== device.uid), device];
  }

  clear(): void {
    this.#added = [];
  }
}
