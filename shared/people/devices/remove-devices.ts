import { isNonEmpty, type NonEmptyArray } from '../../non-empty.ts';
import type { DeviceRegistry, RegisteredDevice } from './device-registry.ts';

/** How it stands after the removal, device by device. */
export type DevicesRemoval =
  | { readonly result: 'all-removed'; readonly removed: readonly RegisteredDevice[] }
  | {
      readonly result: 'some-left';
      readonly removed: readonly RegisteredDevice[];
      readonly left: NonEmptyArray<RegisteredDevice>;
    };

/**
 * Removes devices from their registry, and reads each one back. The registry is not listed again for that: a large one
 * takes minutes.
 */
export async function removeDevices(
  devices: readonly RegisteredDevice[],
  registry: DeviceRegistry,
): Promise<DevicesRemoval> {
  const removed: RegisteredDevice[] = [];
  const left: RegisteredDevice[] = [];
  for (const device of devices) {
    await registry.remove(device);
    ((await registry.isRegistered(device)) ? left : removed).push(device);
  }
  return isNonEmpty(left) ? { result: 'some-left', removed, left } : { result: 'all-removed', removed };
}
