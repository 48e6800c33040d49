import {
  type BudgetLimits,
  decideBudgetPlace,
  type RequestBudget,
  type SentByMinute,
} from '#shared/cisco/xdr/request-budget.ts';
import type { PartEnrichment } from '#shared/enrichment/part-enrichment.ts';
import type { PartEnrichments } from '#shared/enrichment/part-enrichments.ts';
import type { KnownVerdict, VerdictCache } from '#shared/enrichment/verdict-cache.ts';
import { indicatorKey } from '#shared/iocs/indicator.ts';
import type { Clock } from '#shared/time/clock.ts';

/** What the table keeps for the enricher, in memory; outlives the functions that work on it. */
export class InMemoryEnrichment {
  readonly verdicts = new Map<string, KnownVerdict>();
  readonly parts = new Map<string, PartEnrichment>();
  sent: SentByMinute = {};
  pausedUntil = new Date(0);

  cache(clock: Clock): VerdictCache {
    return {
      find: async (indicators) => {
        const known = indicators.flatMap((one) => this.verdicts.get(indicatorKey(one)) ?? []);
        const valid = known.filter(({ verdict }) => new Date(verdict.validUntil) > clock.now());
        return new Map(valid.map((one) => [indicatorKey(one.indicator), one]));
      },
      save: async (verdicts) => {
        for (const one of verdicts) this.verdicts.set(indicatorKey(one.indicator), one);
      },
    };
  }

  enrichments(): PartEnrichments {
    return {
      find: async (parts) => parts.flatMap((part) => this.parts.get(keyOf(part)) ?? []),
      decide: async (enrichment) => {
        const earlier = this.parts.get(keyOf(enrichment));
        if (earlier && earlier.state !== 'failed') return earlier;
        this.parts.set(keyOf(enrichment), enrichment);
        return enrichment;
      },
      save: async (enrichment) => {
        const order = ['failed', 'decided', 'done'];
        const earlier = this.parts.get(keyOf(enrichment));
        if (earlier && order.indexOf(earlier.state) > order.indexOf(enrichment.state)) return;
        this.parts.set(keyOf(enrichment), enrichment);
      },
    };
  }

  budget(clock: Clock, limits: BudgetLimits): RequestBudget {
    return {
      take: async (_organisation, lane) => {
        const now = clock.now();
        if (this.pausedUntil > now) return { kind: 'paused', until: this.pausedUntil };
        const { place, counted } = decideBudgetPlace(this.sent, now.getTime(), { lane, limits });
        this.sent = counted;
        return place;
      },
      pause: async (_organisation, until) => {
        if (until > this.pausedUntil) this.pausedUntil = until;
      },
    };
  }
}

function keyOf({ requestId, part }: { requestId: string; part: number }): string {
  return `${requestId}/${part}`;
}
