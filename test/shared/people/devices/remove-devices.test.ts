import { expect, it } from 'vitest';
import type { DeviceRegistry, RegisteredDevice } from '#shared/people/devices/device-registry.ts';
import { removeDevices } from '#shared/people/devices/remove-devices.ts';

const laptop = { id: 'A1', name: 'LT-ada-1' };
const phone = { id: 'A2', name: 'LT-ada-2' };

function registryThatKeeps(kept: readonly RegisteredDevice[]): DeviceRegistry {
  const removed = new Set<string>();
  return {
    all: async () => [laptop, phone],
    remove: async ({ id }) => {
      if (!kept.some((device) => device.id === id)) removed.add(id);
    },
    isRegistered: async ({ id }) => !removed.has(id),
  };
}

it('devices count as removed when the registry does not know them any more', async () => {
  expect(await removeDevices([laptop, phone], registryThatKeeps([]))).toEqual({
    result: 'all-removed',
    removed: [laptop, phone],
  });
});

it('a device that is still known is told apart, whatever the answer to its removal was', async () => {
  expect(await removeDevices([laptop, phone], registryThatKeeps([laptop]))).toEqual({
    result: 'some-left',
    removed: [phone],
    left: [laptop],
  });
});
