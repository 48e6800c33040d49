import type { Intelligence, IntelligenceAnswer } from '../../enrichment/intelligence.ts';
import type { ModuleFailure } from '../../enrichment/verdict.ts';
import { RefusedInput } from '../../errors/refused-input.ts';
import type { Indicator } from '../../iocs/indicator.ts';
import { isNonEmpty, type NonEmptyArray } from '../../non-empty.ts';
import type { AuthorisedXdrClient } from './authorised-client.ts';
import { deliberate, observe } from './enrich/enrich-observables.ts';
import { type EnrichQuestion, findModulePace, type ModulePace } from './enrich/module-pace.ts';
import { statementsIn } from './enrich/statements.ts';
import { inspectText } from './inspect-text.ts';
import { investigateLink } from './investigate-link.ts';
import type { ModuleError, XdrModule } from './modules.ts';
import { indicatorOf, isEnrichable, observableOf } from './observable.ts';
import { isTimedOut } from './timed-out.ts';

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

    deliberate: asker(deliberate, quick, signal),

    observe: asker(observe, patient, signal),

    investigateUrl({ type, value }) {
      const { href } = investigateLink(consoleUrl, [{ type, value }]);
      return href.length > longestLinkCharacters ? new URL('/investigate', consoleUrl).href : href;
    },
  };
}

/**
 * Asks one kind of question. Once a module turns out to be slow, only the others are asked, and it is named among the
 * failures: for as long as this function is used, which is one invocation.
 */
function asker(question: EnrichQuestion, { client, limitSeconds }: PatientClient, signal?: AbortSignal) {
  let looked: Promise<ModulePace | undefined> | undefined;
  return ask;

  async function ask(indicators: NonEmptyArray<Indicator>): Promise<IntelligenceAnswer> {
    const observables = indicators.filter((one) => isEnrichable(one)).map(observableOf);
    if (!isNonEmpty(observables)) return { kind: 'answered', statements: new Map(), failures: [] };
    const before = looked;
    const pace = await before;
    try {
      const moduleInstanceIds = pace?.swift.map(({ instanceId }) => instanceId) ?? [];
      const { answers, errors } = await question(client, observables, { moduleInstanceIds });
      const slow = pace?.slow.map((module) => failureOfSlow(module, limitSeconds)) ?? [];
      const failures = [...errors.map(failureOf), ...slow];
      return { kind: 'answered', statements: statementsIn(answers), failures };
    } catch (error) {
      if (error instanceof RefusedInput) return { kind: 'refused', reason: error.message };
      if (!isTimedOut(error) || signal?.aborted) throw error;
      if (before) return { kind: 'timed-out', limitSeconds };
      looked ??= findModulePace(question, client, observables[0]);
      const found = await looked;
      if (signal?.aborted) throw error;
      return found ? ask(indicators) : { kind: 'timed-out', limitSeconds };
    }
  }
}

function failureOfSlow({ name, instanceId }: XdrModule, limitSeconds: number): ModuleFailure {
  const message = `no answer within ${limitSeconds} seconds`;
  return { module: name, moduleInstanceId: instanceId, code: 'timed-out', message, kind: 'fatal' };
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
