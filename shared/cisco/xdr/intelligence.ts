import type { Intelligence, IntelligenceAnswer } from '../../enrichment/intelligence.ts';
import type { ModuleFailure } from '../../enrichment/verdict.ts';
import { RefusedInput } from '../../errors/refused-input.ts';
import { RetryLater } from '../../errors/retry-later.ts';
import type { Indicator } from '../../iocs/indicator.ts';
import { isNonEmpty, type NonEmptyArray } from '../../non-empty.ts';
import type { AuthorisedXdrClient } from './authorised-client.ts';
import { deliberate, observe } from './enrich/enrich-observables.ts';
import type { ModuleAnswer } from './enrich/module-answer.ts';
import { statementsIn } from './enrich/statements.ts';
import { inspectText } from './inspect-text.ts';
import { investigateLink } from './investigate-link.ts';
import type { ModuleAnswers, ModuleError } from './modules.ts';
import { indicatorOf, isEnrichable, type Observable, observableOf } from './observable.ts';

type Question = (
  client: AuthorisedXdrClient,
  observables: NonEmptyArray<Observable>,
) => Promise<ModuleAnswers<ModuleAnswer>>;

/** A client, and how long it waits for an answer. */
export interface PatientClient {
  readonly client: AuthorisedXdrClient;
  readonly limitSeconds: number;
}

/** As decisions keep them. */
const longestLinkCharacters = 3_000;

/** Stands where an answer does not say which module failed. */
const unnamedModule = 'a module of Cisco XDR';

/**
 * What an organisation's XDR knows.
 * @param options.quick for verdicts at hand, and for texts
 * @param options.patient for searches in depth
 * @param options.signal of the function whose time is over: that is no reason to ask in smaller parts
 */
export function xdrIntelligence(options: {
  quick: PatientClient;
  patient: PatientClient;
  consoleUrl: URL;
  signal?: AbortSignal;
}): Intelligence {
  const { quick, patient, consoleUrl, signal } = options;
  return {
    knows: isEnrichable,

    async inspect(text) {
      const found = await inspectText(quick.client, text);
      return found.flatMap((observable) => indicatorOf(observable) ?? []);
    },

    deliberate: (indicators) => ask(deliberate, quick, indicators),

    observe: (indicators) => ask(observe, patient, indicators),

    investigateUrl({ type, value }) {
      const { href } = investigateLink(consoleUrl, [{ type, value }]);
      return href.length > longestLinkCharacters ? new URL('/investigate', consoleUrl).href : href;
    },
  };

  async function ask(
    question: Question,
    { client, limitSeconds }: PatientClient,
    indicators: NonEmptyArray<Indicator>,
  ): Promise<IntelligenceAnswer> {
    const observables = indicators.filter((one) => isEnrichable(one)).map(observableOf);
    if (!isNonEmpty(observables)) return { kind: 'answered', statements: new Map(), failures: [] };
    try {
      const { answers, errors } = await question(client, observables);
      return { kind: 'answered', statements: statementsIn(answers), failures: errors.map(failureOf) };
    } catch (error) {
      if (error instanceof RefusedInput) return { kind: 'refused', reason: error.message };
      if (isTimeOut(error) && !signal?.aborted) return { kind: 'timed-out', limitSeconds };
      throw error;
    }
  }
}

function isTimeOut(error: unknown): boolean {
  return error instanceof RetryLater && error.cause instanceof Error && error.cause.name === 'TimeoutError';
}

function failureOf({ module, severity, code, message }: ModuleError): ModuleFailure {
  return {
    module: module?.name ?? unnamedModule,
    ...(module && { moduleInstanceId: module.instanceId }),
    code,
    message: message.slice(0, 500).toWellFormed(),
    kind: severity,
  };
}
