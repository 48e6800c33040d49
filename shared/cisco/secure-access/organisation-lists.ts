import type { SecureAccessEdition } from '../../config/organisation.ts';
import type { OrganisationLists } from '../../iocs/reconciliation/reconciliation-ports.ts';
import { readAllDestinationLists } from './all-destination-lists.ts';
import type { AuthorisedClient } from './authorised-client.ts';
import { destinationListDestination } from './destination-list-destination.ts';

/** All lists of an organisation of Secure Access or Umbrella, to read. */
export function organisationLists(options: {
  client: AuthorisedClient;
  edition: SecureAccessEdition;
}): OrganisationLists {
  return {
    async all() {
      const lists = await readAllDestinationLists(options.client);
      return lists.map(({ id, name, access, meta }) => ({
        id,
        name: name ?? String(id),
        access,
        entryCount: meta?.destinationCount ?? 0,
      }));
    },
    entriesOf: (listId) => destinationListDestination({ ...options, listId }).entries(),
  };
}
