import { z } from 'zod';
import type { DeviceRegistry, RegisteredDevice } from '../../people/devices/device-registry.ts';
import { pathSegment } from '../http/path-segment.ts';
import type { AuthorisedClient } from './authorised-client.ts';
import { parseLenientDate } from './lenient-date.ts';
import { unexpectedAnswer } from './unexpected-answer.ts';

const computersPath = '/deployments/v2/roamingcomputers';

/** Largest page of roaming computers. */
const largestPage = 100;

/** The hexadecimal `deviceId` names a computer in paths, not the numeric `originId`. No member says whose it is. */
const pageSchema = z.array(
  z
    .object({
      deviceId: z.string().min(1),
      name: z.string().catch(''),
      lastSync: z.string().optional().catch(undefined).transform(parseLenientDate),
    })
    .transform(
      ({ deviceId, name, lastSync }): RegisteredDevice => ({
        id: deviceId,
        name,
        lastSeenAt: lastSync,
      }),
    ),
);

/**
 * The roaming computers of an organisation as a registry of devices. They can be deleted and nothing less: no call
 * disables one, the switch for the web gateway would take its protection away instead, and nothing documents deleting
 * as isolation. All 10,000 of a large organisation take nine minutes to list.
 * @param client at the pace of the admin API, which is that of deployments too
 * @see https://developer.cisco.com/docs/cloud-security/secure-access-api-rate-limits
 */
export function roamingComputers(client: AuthorisedClient): DeviceRegistry {
  return {
    async all() {
      // By id: a computer that is deleted between two pages moves the others.
      const computers = new Map<string, RegisteredDevice>();
      for (let page = 1; ; page++) {
        const listed = await readPage(client, page);
        for (const computer of listed) computers.set(computer.id, computer);
        // There is no total, so only a short page is the last.
        if (listed.length < largestPage) return [...computers.values()];
      }
    },
    async remove({ id }) {
      const answer = await client.send({
        method: 'DELETE',
        path: `${computersPath}/${pathSegment(id)}`,
        scope: 'deployments.roamingcomputers:write',
        repetition: 'repeatable',
      });
      if (answer.status === 404 || (answer.status >= 200 && answer.status < 300)) return;
      throw unexpectedAnswer(`to delete the roaming computer ${id}`, answer);
    },
    async isRegistered({ id }) {
      const answer = await client.send({
        method: 'GET',
        path: `${computersPath}/${pathSegment(id)}`,
        scope: 'deployments.roamingcomputers:read',
        repetition: 'repeatable',
      });
      if (answer.status === 200) return true;
      if (answer.status === 404) return false;
      throw unexpectedAnswer(`to read the roaming computer ${id}`, answer);
    },
  };
}

async function readPage(client: AuthorisedClient, page: number): Promise<RegisteredDevice[]> {
  const answer = await client.send({
    method: 'GET',
    path: `${computersPath}?page=${page}&limit=${largestPage}`,
    scope: 'deployments.roamingcomputers:read',
    repetition: 'repeatable',
  });
  const computers = pageSchema.safeParse(answer.body);
  if (answer.status === 200 && computers.success) return computers.data;
  throw unexpectedAnswer(`to list page ${page} of the roaming computers`, answer);
}
