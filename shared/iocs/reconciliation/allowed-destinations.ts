import type { Clock } from '../../time/clock.ts';
import type { Sleep } from '../../time/sleep.ts';
import { parseIndicator } from '../parse-indicator.ts';
import type { AllowedDestinations } from './allow-list-override.ts';
import { pacedPages } from './paced-pages.ts';
import { leastMillisecondsPerPage } from './read-list.ts';
import type { OrganisationList, OrganisationLists } from './reconciliation-ports.ts';

/** Allow lists are short; beyond this many pages of them all, the rest is left out for the sake of the hourly limit. */
const mostPages = 300;

/** Reads what the organisation's allow lists let through, each value in our spelling with the name of its list. */
export async function readAllowedDestinations(
  lists: readonly OrganisationList[],
  { entriesOf }: Pick<OrganisationLists, 'entriesOf'>,
  time: { clock: Clock; sleep: Sleep },
): Promise<AllowedDestinations> {
  const allowed = new Map<string, string>();
  let pages = 0;
  for (const { id, name } of lists.filter(({ access }) => access === 'allow')) {
    for await (const entries of pacedPages(entriesOf(id), { leastMillisecondsPerPage, ...time })) {
      for (const { value } of entries) {
        const parsed = parseIndicator(value);
        if (parsed.kind === 'indicator') allowed.set(parsed.indicator.value, name);
      }
      pages += 1;
      if (pages >= mostPages) return allowed;
    }
  }
  return allowed;
}
