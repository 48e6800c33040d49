import type { StillSought } from '../../../iocs/identities/still-sought.ts';
import { indicatorKey } from '../../../iocs/indicator.ts';
import type { Clock } from '../../../time/clock.ts';
import type { AuthorisedClient } from '../authorised-client.ts';
import { findPositives } from './find-positives.ts';
import { reportTerm } from './report-term.ts';
import { lastDays, readTopIdentities } from './top-identities.ts';

/** Names or URLs in one request: their address stays below the 8 KB that servers take. */
const mostValuesLength = 4_000;

interface Asked {
  readonly key: string;
  readonly parameter: 'domains' | 'urls' | 'ip';
  readonly value: string;
}

/** Looks for hits in the reports of Secure Access or Umbrella. */
export function reportedHits(options: { client: AuthorisedClient; clock: Clock }): StillSought {
  return {
    async among(indicators) {
      const period = lastDays(options.clock);
      const isAnyHit = async (asked: readonly Asked[]): Promise<boolean> => {
        const [first] = asked;
        if (!first) return false;
        const { parameter } = first;
        const values = asked.map(({ value }) => value);
        const page = await readTopIdentities(options.client, period, {
          parameter,
          values,
          offset: 0,
          limit: 1,
        });
        return page.length > 0;
      };

      const hit = new Set<string>();
      const asked = indicators.flatMap((indicator) => {
        const term = reportTerm(indicator);
        return term ? [{ key: indicatorKey(indicator), ...term }] : [];
      });
      for (const batch of batchesOf(asked)) {
        for (const { key } of await findPositives(batch, isAnyHit)) hit.add(key);
      }
      return hit;
    },
  };
}

/** As few requests as may be: names together, URLs together, each address by itself. */
function batchesOf(asked: readonly Asked[]): Asked[][] {
  const batches: Asked[][] = [];
  for (const parameter of ['domains', 'urls', 'ip'] as const) {
    let length = Number.POSITIVE_INFINITY;
    for (const one of asked.filter((other) => other.parameter === parameter)) {
      const added = encodeURIComponent(one.value).length + 3;
      const isFull = parameter === 'ip' || length + added > mostValuesLength;
      length = isFull ? added : length + added;
      if (isFull) batches.push([one]);
      else batches.at(-1)?.push(one);
    }
  }
  return batches;
}
