import type { SecureAccessEdition } from '../../config/organisation.ts';
import type { BlockDestination, Enforcement, FoundEntry } from '../../iocs/blocking/block-destination.ts';
import { isNonEmpty } from '../../non-empty.ts';
import { rulesUsingList } from './access-rules.ts';
import type { AuthorisedClient } from './authorised-client.ts';
import {
  type DestinationListAnswer,
  DestinationLists,
  largestDestinationPage,
  mostDestinationsPerAdd,
} from './destination-lists.ts';
import { enforcementByAccess, enforcementByRules } from './enforcement.ts';
import { readRefusedDestinations } from './refused-destinations.ts';

/** A destination list of Secure Access or Umbrella as a place to block. The vendor's words end here. */
export function destinationListDestination(options: {
  client: AuthorisedClient;
  edition: SecureAccessEdition;
  listId: number;
}): BlockDestination {
  const { client, edition, listId } = options;
  const lists = new DestinationLists(client);

  return {
    mostEntriesPerAdd: mostDestinationsPerAdd,

    async inspect() {
      const list = await lists.getList(listId);
      return { enforcement: await enforcementOf(list), entryCount: list.meta?.destinationCount };
    },

    async add(entries) {
      const [first, ...rest] = entries;
      const body = ({ indicator, comment }: typeof first) => ({ destination: indicator.value, comment });
      const answer = await lists.addDestinations(listId, [body(first), ...rest.map(body)]);
      if (answer.kind === 'accepted') {
        return { kind: 'accepted', entryCount: answer.list.meta?.destinationCount };
      }
      return {
        kind: 'refused',
        reason: answer.error.text,
        refused: readRefusedDestinations(answer.error.rawMessage),
      };
    },

    async count() {
      return (await lists.getList(listId)).meta?.destinationCount;
    },

    async find(values) {
      const found = new Map<string, FoundEntry>();
      let read = 0;
      for (let page = 1; found.size < values.size; page++) {
        const { destinations, total } = await lists.getPage(listId, page);
        read += destinations.length;
        for (const { id, destination, comment } of destinations) {
          if (values.has(destination)) found.set(destination, { destinationId: id, comment: comment ?? '' });
        }
        // Counted by what came, not by the page size that was asked for: a gateway may give smaller pages.
        const isLast = total === undefined ? !isFullPage(destinations) : read >= total;
        if (isLast || !isNonEmpty(destinations)) break;
      }
      return found;
    },
  };

  async function enforcementOf(list: DestinationListAnswer): Promise<Enforcement> {
    return edition === 'umbrella'
      ? enforcementByAccess(list.access)
      : enforcementByRules(await rulesUsingList(client, listId));
  }
}

function isFullPage(destinations: readonly unknown[]): boolean {
  return destinations.length >= largestDestinationPage;
}
