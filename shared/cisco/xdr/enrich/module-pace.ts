import { AutomationError } from '../../../errors/automation-error.ts';
import { RetryLater } from '../../../errors/retry-later.ts';
import { isNonEmpty, type NonEmptyArray } from '../../../non-empty.ts';
import type { AuthorisedXdrClient } from '../authorised-client.ts';
import type { ModuleAnswers, XdrModule } from '../modules.ts';
import type { Observable } from '../observable.ts';
import { isTimedOut } from '../timed-out.ts';
import type { EnrichOptions } from './enrich-observables.ts';
import type { ModuleAnswer } from './module-answer.ts';
import { readModulesHealth } from './module-health.ts';

/** A question to all modules, or to some. */
export type EnrichQuestion = (
  client: AuthorisedXdrClient,
  observables: NonEmptyArray<Observable>,
  options?: EnrichOptions,
) => Promise<ModuleAnswers<ModuleAnswer>>;

/** The modules that answer in time, and those that do not. */
export interface ModulePace {
  readonly swift: NonEmptyArray<XdrModule>;
  readonly slow: NonEmptyArray<XdrModule>;
}

/**
 * Finds out which modules answer in time: XDR answers when the slowest of those asked has, so that one slow module
 * costs the answers of all. Each is asked by itself, at the same time.
 *
 * @param observable what they are asked about
 * @returns `undefined` where it is not a matter of some modules, or the client may not list them
 * @throws RetryLater when no request may be sent now
 * @see https://visibility.amp.cisco.com/iroh/iroh-enrich/index.html
 */
export async function findModulePace(
  question: EnrichQuestion,
  client: AuthorisedXdrClient,
  observable: Observable,
): Promise<ModulePace | undefined> {
  const modules = await listModules(client);
  const timed = await Promise.all(
    modules.map(async (module) => {
      try {
        await question(client, [observable], { moduleInstanceIds: [module.instanceId] });
        return { module, isSlow: false };
      } catch (error) {
        if (isTimedOut(error)) return { module, isSlow: true };
        throw error;
      }
    }),
  );
  const swift = timed.filter(({ isSlow }) => !isSlow).map(({ module }) => module);
  const slow = timed.filter(({ isSlow }) => isSlow).map(({ module }) => module);
  return isNonEmpty(swift) && isNonEmpty(slow) ? { swift, slow } : undefined;
}

/** Nothing where that cannot be had: for lack of a scope, or of an answer. */
async function listModules(client: AuthorisedXdrClient): Promise<readonly XdrModule[]> {
  try {
    const { answers, errors } = await readModulesHealth(client);
    const named = [...answers, ...errors].flatMap(({ module }) => module ?? []);
    return [...new Map(named.map((module) => [module.instanceId, module])).values()];
  } catch (error) {
    const mayCallLater = error instanceof RetryLater && !isTimedOut(error);
    if (mayCallLater || !(error instanceof AutomationError)) throw error;
    return [];
  }
}
