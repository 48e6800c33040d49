import { onTestFinished } from 'vitest';
import { httpClient } from '#shared/cisco/http/http-client.ts';
import { deliberateHttpOptions, observeHttpOptions } from '#shared/cisco/xdr/http-options.ts';
import { xdrIntelligence } from '#shared/cisco/xdr/intelligence.ts';
import { organisationXdrClient, type XdrAccess } from '#shared/cisco/xdr/organisation-client.ts';
import { organisationXdrTokens } from '#shared/cisco/xdr/organisation-tokens.ts';
import {
  type ConnectionEnrichment,
  connectionEnrichmentSchema,
  type Disposition,
  type EnrichmentAction,
  type EnrichmentSettings,
  enrichmentSchema,
} from '#shared/config/enrichment.ts';
import {
  connectionNameSchema,
  destinationListNameSchema,
  organisationNameSchema,
  stageNameSchema,
} from '#shared/config/names.ts';
import { organisationSchema } from '#shared/config/organisation.ts';
import type { EnrichCommand, EnrichResult } from '#shared/enrichment/enrich-command.ts';
import { enrichIndicators } from '#shared/enrichment/enrich-indicators.ts';
import type { ResponseOutcome, VerdictDecision } from '#shared/enrichment/verdict-decision.ts';
import type { EnrichmentPorts } from '#shared/enrichment/worker-ports.ts';
import type { EnrichmentCompleted } from '#shared/events/enrichment-completed.ts';
import type { OutgoingEvent } from '#shared/events/event-publisher.ts';
import { type Indicator, indicatorKey } from '#shared/iocs/indicator.ts';
import { parseIndicator } from '#shared/iocs/parse-indicator.ts';
import { isNonEmpty } from '#shared/non-empty.ts';
import { deriveRequestId } from '#shared/requests/request-id.ts';
import { startXdrSimulator, type XdrSimulator } from '../../simulators/xdr/start.ts';
import { AdvancingTime } from '../cisco/advancing-time.ts';
import { StoredXdrClient } from '../cisco/xdr/simulated-xdr.ts';
import { routesToAll } from '../config/routes-to-all.ts';
import { InMemoryEnrichment } from './in-memory-enrichment.ts';

export const organisation = organisationNameSchema.parse('main');
export const listName = destinationListNameSchema.parse('soc-block');

/** An indicator of a value that is one. */
export function indicator(value: string): Indicator {
  const parsed = parseIndicator(value);
  if (parsed.kind === 'rejected') throw new Error(`${value} is no indicator: ${parsed.reason}`);
  return parsed.indicator;
}

/** `count` different domains that anybody may be asked about. */
export function domains(count: number, prefix = 'd'): Indicator[] {
  return Array.from({ length: count }, (_, index) => indicator(`${prefix}${index}.evil-host.com`));
}

/** A rule of a policy. */
export function rule(
  dispositions: readonly Disposition[],
  action: EnrichmentAction,
  more: Partial<ConnectionEnrichment['policy'][number]> = {},
): object {
  return { dispositions, action, ...more };
}

/** What a connection wants. */
export function wanted(
  settings: Partial<Omit<ConnectionEnrichment, 'policy'>> & { policy?: object[] } = {},
): ConnectionEnrichment {
  return connectionEnrichmentSchema.parse({ organisation, ...settings });
}

/** A message of the enrichment queue; the delivery decides the request id. */
export function command(
  delivery: string,
  indicators: readonly Indicator[],
  more: Partial<EnrichCommand> = {},
): EnrichCommand {
  return {
    messageId: `message-${delivery}-${more.part ?? 0}`,
    requestId: deriveRequestId('test', delivery),
    part: 0,
    connection: connectionNameSchema.parse('splunk'),
    organisation,
    indicators,
    rejected: [],
    urgent: false,
    receivedAt: new Date('2026-01-01T07:59:00Z'),
    routes: routesToAll([listName]),
    ignoredDomains: [],
    settings: wanted(),
    ...more,
  };
}

/** Enrichers on memory and a simulated XDR; each `run` is a function of its own. */
export class EnrichmentBench {
  readonly simulator: XdrSimulator;
  readonly time: AdvancingTime;
  readonly table = new InMemoryEnrichment();
  readonly published: OutgoingEvent[] = [];
  readonly calledBack: EnrichmentCompleted[] = [];
  readonly secrets = new StoredXdrClient();
  settings: EnrichmentSettings = enrichmentSchema.parse({});
  /**
   * How long a question may take in real time, in milliseconds. For one that is to be too slow: no more than 500, since
   * the clock stands still meanwhile, and a client that has time left for its first wait would ask once more.
   */
  timeLimitMilliseconds = 20_000;
  /** What opening an incident, or responding, meets with. */
  obstacle: Error | undefined;
  /** How often each response was triggered. */
  readonly responses = new Map<string, number>();
  /** Indicators of each incident. */
  readonly incidents = new Map<string, Set<string>>();

  constructor(simulator: XdrSimulator, time: AdvancingTime) {
    this.simulator = simulator;
    this.time = time;
  }

  /** What one function has: its own token, and everything else shared. */
  ports(lane: 'usual' | 'express' = 'usual'): EnrichmentPorts {
    const { time, table, settings } = this;
    const xdr = {
      region: 'us',
      baseUrl: this.simulator.url,
      clientCreatedOn: '2026-01-01',
      scopes: ['inspect:read', 'enrich:read'],
    };
    const configuration = {
      organisations: {
        [organisation]: organisationSchema.parse({ secureAccess: { edition: 'global' }, xdr }),
      },
    };
    const budget = table.budget(time, settings);
    const http = (options: typeof deliberateHttpOptions | typeof observeHttpOptions) =>
      httpClient(
        { clock: time, sleep: time.sleep, random: () => 0 },
        {
          ...options,
          attemptTimeLimitMilliseconds: this.timeLimitMilliseconds,
          totalTimeLimitMilliseconds: this.timeLimitMilliseconds,
        },
      );
    const access: XdrAccess = {
      configuration,
      budget,
      clock: time,
      tokensOf: organisationXdrTokens({
        stage: stageNameSchema.parse('test'),
        configuration,
        secrets: this.secrets,
        http: http(deliberateHttpOptions),
        budget,
        clock: time,
      }),
    };
    const patience = (options: typeof deliberateHttpOptions | typeof observeHttpOptions) => ({
      client: organisationXdrClient(organisation, access, { http: http(options), lane }),
      limitSeconds: this.timeLimitMilliseconds / 1_000,
    });
    return {
      intelligence: xdrIntelligence({
        quick: patience(deliberateHttpOptions),
        patient: patience(observeHttpOptions),
        consoleUrl: new URL('https://xdr.example'),
      }),
      cache: table.cache(time),
      enrichments: table.enrichments(),
      events: { publish: async (events) => void this.published.push(...events) },
      responder: { respond: async (request, order) => this.#respond(request.requestId, order) },
      incidents: {
        open: async ({ requestId }, decisions) => {
          if (this.obstacle) throw this.obstacle;
          const known = this.incidents.get(requestId) ?? new Set();
          this.incidents.set(requestId, known);
          for (const one of decisions) known.add(indicatorKey(one));
          return `incident-of-${requestId}`;
        },
      },
      callbacks: { deliver: async (completed) => void this.calledBack.push(completed) },
      clock: time,
      settings,
      random: () => 0.5,
    };
  }

  async run(commands: readonly EnrichCommand[], ports = this.ports()): Promise<EnrichResult[]> {
    return isNonEmpty(commands) ? enrichIndicators(commands, ports) : [];
  }

  /** The decisions on a command that are recorded as done. */
  decisions({ requestId, part }: EnrichCommand): readonly VerdictDecision[] {
    const enrichment = this.table.parts.get(`${requestId}/${part}`);
    return enrichment?.state === 'done' ? enrichment.decisions : [];
  }

  /** Requests so far whose path ends so. */
  requests(ending: string): number {
    return this.simulator.control.requests().filter(({ template }) => template?.endsWith(ending)).length;
  }

  #respond(
    requestId: string,
    order: { indicator: Indicator; moduleInstanceId: string; actionId: string },
  ): ResponseOutcome {
    if (this.obstacle) throw this.obstacle;
    const { indicator: of, moduleInstanceId, actionId } = order;
    const key = `${requestId}/${indicatorKey(of)}/${moduleInstanceId}/${actionId}`;
    this.responses.set(key, (this.responses.get(key) ?? 0) + 1);
    return { moduleInstanceId, actionId, result: 'done' };
  }
}

/** A bench with a simulator until the test ends. Its time passes only in waits. */
export async function startEnrichmentBench(): Promise<EnrichmentBench> {
  const time = new AdvancingTime();
  const simulator = await startXdrSimulator({ clock: time });
  onTestFinished(() => simulator.close());
  return new EnrichmentBench(simulator, time);
}
