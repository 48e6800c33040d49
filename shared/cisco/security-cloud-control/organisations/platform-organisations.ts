import { z } from 'zod';
import { RefusedInput } from '../../../errors/refused-input.ts';
import type {
  OrganisationRegistry,
  OrganisationsFound,
} from '../../../organisations/organisation-registry.ts';
import { isSameName } from '../../../organisations/same-name.ts';
import type { AuthorisedPlatformClient } from '../authorised-client.ts';
import { readCursorPages } from '../cursor-pages.ts';
import { PlatformRefusal } from '../platform-refusal.ts';
import { organisationSchema } from './organisation.ts';

const listSchema = z.object({ organizations: z.array(organisationSchema) });

/**
 * The organisations of Security Cloud Control that a key sees.
 * @param client of the organisation whose key it is
 * @see https://pubhub.devnetcloud.com/media/cisco-security-cloud-control-api-documentation/docs/reference/cisco_security_cloud_control_platform_management_ap_is_1_0_3.yaml
 */
export function platformOrganisations(client: AuthorisedPlatformClient): OrganisationRegistry {
  return {
    own: () => client.send({ method: 'GET', path: '', repetition: 'repeatable' }, organisationSchema),
    all: () => list(client, {}),
    async named(name) {
      const { organisations, isComplete } = await list(client, { name: name.trim() });
      // The filter also finds names that hold this one.
      return { organisations: organisations.filter((one) => isSameName(one.name, name)), isComplete };
    },
    async create({ name, region }) {
      const json = { name, regionCode: region, type: 'MANAGED' };
      const call = { method: 'POST', path: '/organizations', below: 'platform', json } as const;
      try {
        return await client.send({ ...call, repetition: 'once' }, organisationSchema);
      } catch (error) {
        throw error instanceof PlatformRefusal ? notCreated(name, region, error) : error;
      }
    },
  };
}

async function list(
  client: AuthorisedPlatformClient,
  narrowing: Readonly<Record<string, string>>,
): Promise<OrganisationsFound> {
  const { items, isComplete } = await readCursorPages(async (query) => {
    const path = `/organizations?${query}` as const;
    const call = { method: 'GET', path, below: 'platform', repetition: 'repeatable' } as const;
    return (await client.send(call, listSchema)).organizations;
  }, narrowing);
  return { organisations: items, isComplete };
}

function notCreated(name: string, region: string, { status, said }: PlatformRefusal): RefusedInput {
  const advice =
    status === 409
      ? 'The name is taken by an organisation that this key does not see: choose another name, or ask whoever has it to let your manager organisation manage it.'
      : `Check the name and the region (${region} was asked for), and that your manager organisation may make organisations there; then ask for it again.`;
  return new RefusedInput(`The organisation ${name} was not made: ${status}: ${said}. ${advice}`);
}
