import type { SecureAccessEdition } from '../../config/organisation.ts';
import type { BlockDestination, Enforcement, FoundEntry } from '../../iocs/blocking/block-destination.ts';
import { entryIdSchema } from '../../iocs/blocking/entry-id.ts';
import { isNonEmpty, type NonEmptyArray } from '../../non-empty.ts';
import { rulesUsingList } from './access-rules.ts';
import type { AuthorisedClient } from './authorised-client.ts';
import {
  type DestinationListAnswer,
  DestinationLists,
  largestDestinationPage,
  mostDestinationsPerAdd,
  mostDestinationsPerRemove,
} from './destination-lists.ts';
import { enforcementByAccess, enforcementByRules } from './enforcement.ts';
import { PageSearch } from './page-search.ts';
import { readRefusedDestinations } from './refused-destinations.ts';

/** A list that loses entries while it is read is searched anew for what is missing, so often in all. */
const mostPasses = 3;

/**
 * A destination list of Secure Access or Umbrella as a place to block. The vendor's words end here. The id of an entry
 * is the decimal number of its destination.
 */
export function destinationListDestination(options: {
  client: AuthorisedClient;
  edition: SecureAccessEdition;
  listId: number;
}): BlockDestination {
  const { client, edition, listId } = options;
  const lists = new DestinationLists(client);

  return {
    mostEntriesPerAdd: mostDestinationsPerAdd,
    mostEntriesPerRemove: mostDestinationsPerRemove,
    keepsComments: true,
    takesEffect: 'at-once',

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

    async find(wanted) {
      const entries = new Map<string, FoundEntry>();
      let entryCount: number | undefined;
      let missing = wanted;
      for (let pass = 1; pass <= mostPasses && missing.length > 0; pass++) {
        const search = new PageSearch(missing);
        for (let page = search.nextPage(); page !== undefined; page = search.nextPage()) {
          search.take(page, await readPage(page));
        }
        for (const [value, entry] of search.found) entries.set(value, entry);
        entryCount = search.entryCount;
        missing = search.isUncertain ? missing.filter(({ value }) => !entries.has(value)) : [];
      }
      return { entries, entryCount };
    },

    async *entries() {
      let read = 0;
      for (let page = 1; ; page++) {
        const { entries, total } = await readPage(page);
        if (!isNonEmpty(entries)) return;
        yield entries;
        read += entries.length;
        // Counted by what came, not by the page size that was asked for: a gateway may give smaller pages.
        if (total === undefined ? entries.length < largestDestinationPage : read >= total) return;
      }
    },

    async remove([first, ...rest]) {
      const ids: NonEmptyArray<number> = [Number(first), ...rest.map(Number)];
      return (await lists.removeDestinations(listId, ids)).meta?.destinationCount;
    },
  };

  async function readPage(page: number): Promise<{ entries: FoundEntry[]; total: number | undefined }> {
    const { destinations, total } = await lists.getPage(listId, page);
    const entries = destinations.map(({ id, destination, comment }) => ({
      value: destination,
      entryId: entryIdSchema.parse(String(id)),
      comment: comment ?? '',
    }));
    return { entries, total };
  }

  async function enforcementOf(list: DestinationListAnswer): Promise<Enforcement> {
    return edition === 'umbrella'
      ? enforcementByAccess(list.access)
      : enforcementByRules(await rulesUsingList(client, listId));
  }
}
