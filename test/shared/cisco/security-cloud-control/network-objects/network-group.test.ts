import { expect, it } from 'vitest';
import {
  networkGroupOf,
  networkGroupSchema,
} from '#shared/cisco/security-cloud-control/network-objects/network-group.ts';

const group = { id: '7c1e5b90-0d35-4c8e-9a41-6f2b8d7e3a01', name: 'blocked' };

it.each<[said: string, metadata: unknown, updatedAt: Date | undefined]>([
  ['with a date', { updatedAt: '2025-10-25T02:08:33.470Z' }, new Date('2025-10-25T02:08:33.470Z')],
  ['with a zone', { updatedAt: '2025-10-25T04:08:33+02:00' }, new Date('2025-10-25T02:08:33Z')],
  ['without a date', { version: 3 }, undefined],
  ['with an empty date', { updatedAt: null }, undefined],
  ['with a number', { updatedAt: 1_761_358_113 }, undefined],
  ['with words', { updatedAt: 'yesterday' }, undefined],
  ['without metadata', undefined, undefined],
  ['with other metadata', 'none', undefined],
])('a group is readable %s of its last change', (_said, metadata, updatedAt) => {
  expect(networkGroupOf(networkGroupSchema.parse({ ...group, metadata }))).toMatchObject({
    ...group,
    updatedAt,
  });
});
