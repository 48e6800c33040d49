import type { EnrichmentSettings } from '../config/enrichment.ts';
import { type Indicator, indicatorKey } from '../iocs/indicator.ts';
import { isNonEmpty } from '../non-empty.ts';
import type { Clock } from '../time/clock.ts';
import { askInBatches } from './ask-in-batches.ts';
import { combineStatements } from './combine-statements.ts';
import type { GatheredCommand } from './gather-indicators.ts';
import type { Intelligence, IntelligenceAnswer } from './intelligence.ts';
import { restated } from './restated.ts';
import type { KnownVerdict, VerdictCache } from './verdict-cache.ts';

/** Verdicts by indicator key. */
export type Verdicts = Map<string, KnownVerdict>;

export interface LookUpPorts {
  readonly intelligence: Intelligence;
  readonly cache: VerdictCache;
  readonly clock: Clock;
  readonly settings: EnrichmentSettings;
}

/**
 * Finds the verdicts on the indicators of some commands, each asked about once: those that are known and have not
 * ended, then what is at hand, then in depth what the commands want so. Each is kept as soon as it is there, so that
 * after a crash, or when XDR takes no more requests, only the rest is asked.
 *
 * @param verdicts is filled; when this throws, some are there already
 */
export async function lookUpVerdicts(
  commands: readonly GatheredCommand[],
  verdicts: Verdicts,
  ports: LookUpPorts,
): Promise<void> {
  const { intelligence, cache } = ports;
  const wanted = new Map(
    commands
      .flatMap(({ indicators }) => indicators)
      .filter((indicator) => intelligence.knows(indicator))
      .map((indicator) => [indicatorKey(indicator), indicator]),
  );
  for (const [key, known] of await cache.find([...wanted.values()])) verdicts.set(key, known);

  const unknown = [...wanted].filter(([key]) => !verdicts.has(key)).map(([, indicator]) => indicator);
  await ask(unknown, 'deliberated', verdicts, ports);
  await ask(wantedInDepth(commands, verdicts), 'observed', verdicts, ports);
}

function wantedInDepth(commands: readonly GatheredCommand[], verdicts: Verdicts): Indicator[] {
  const wanted = new Map<string, Indicator>();
  for (const { indicators, settings } of commands) {
    for (const indicator of indicators) {
      const known = verdicts.get(indicatorKey(indicator));
      if (known?.depth !== 'deliberated' || !settings.inDepth.includes(known.verdict.disposition)) continue;
      wanted.set(indicatorKey(indicator), indicator);
    }
  }
  return [...wanted.values()];
}

async function ask(
  indicators: readonly Indicator[],
  depth: KnownVerdict['depth'],
  verdicts: Verdicts,
  { intelligence, cache, clock, settings }: LookUpPorts,
): Promise<void> {
  const { moduleWeights: weights, indicatorsPerCall } = settings;
  await askInBatches(indicators, {
    indicatorsPerCall,
    ask: (batch) => (depth === 'observed' ? intelligence.observe(batch) : intelligence.deliberate(batch)),
    answered: async (batch, answer) => {
      const made = batch.map((indicator): KnownVerdict => {
        const context = { now: clock.now(), weights, lifetimes: settings };
        const statements = statementsAbout(indicator, answer, verdicts);
        return { indicator, verdict: combineStatements(statements, answer.failures, context), depth };
      });
      for (const known of made) verdicts.set(indicatorKey(known.indicator), known);
      if (isNonEmpty(made)) await cache.save(made);
    },
  });
}

/** What was just said, and what was said before by modules that say nothing now. */
function statementsAbout(
  indicator: Indicator,
  { statements }: Pick<Extract<IntelligenceAnswer, { kind: 'answered' }>, 'statements'>,
  verdicts: Verdicts,
) {
  const key = indicatorKey(indicator);
  const said = statements.get(key) ?? [];
  const heard = new Set(said.map(({ module }) => module.instanceId));
  const before = (verdicts.get(key)?.verdict.evidence ?? []).map(restated);
  return [...said, ...before.filter(({ module }) => !heard.has(module.instanceId))];
}
