import type { TouchedIdentities } from '../../../iocs/identities/touched-identities.ts';
import type { Clock } from '../../../time/clock.ts';
import type { AuthorisedClient } from '../authorised-client.ts';
import { reportTerm } from './report-term.ts';
import { lastDays, readTopIdentities } from './top-identities.ts';

/** Largest page that clients in the field ask for. */
const largestPage = 1_000;

/** The page that the cloud gives where nothing is asked: it may not give a larger one however much is asked. */
const usualPage = 100;

/**
 * Counts identities in the reports of Secure Access or Umbrella.
 * A look-up is one request where the limit is below 100: the page that is asked for holds one more than the limit.
 * @param options.most counting ends when there are more
 */
export function reportedIdentities(options: {
  client: AuthorisedClient;
  clock: Clock;
  most: number;
}): TouchedIdentities {
  const limit = Math.min(options.most + 1, largestPage);

  return {
    async count(indicator) {
      const term = reportTerm(indicator);
      if (!term) return undefined;
      const period = lastDays(options.clock);
      const identities = new Set<string>();
      for (let offset = 0; identities.size <= options.most; ) {
        const page = await readTopIdentities(options.client, period, {
          parameter: term.parameter,
          values: [term.value],
          offset,
          limit,
        });
        for (const identity of page) identities.add(identity);
        offset += page.length;
        if (page.length < Math.min(limit, usualPage)) break;
      }
      return identities.size;
    },
  };
}
