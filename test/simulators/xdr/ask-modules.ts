import { type Answer, ok } from '../http/answer.ts';
import type { Settings } from './settings.ts';
import type { SimulatedModule } from './simulated-module.ts';

/** What the modules said, and which could not. */
export interface ModulesSaid<Item> {
  readonly data: readonly Item[];
  readonly errors: readonly object[];
  /** When the slowest was done or given up. */
  readonly afterMilliseconds: number;
}

/**
 * Asks modules and puts their answers together. One that errs, or takes longer than the cloud waits, stands among the
 * errors.
 *
 * @param answerOf gives the items of one module
 */
export function askModules<Item extends object>(
  modules: readonly SimulatedModule[],
  { moduleTimeLimitMilliseconds: limit }: Settings,
  answerOf: (module: SimulatedModule) => readonly Item[],
): ModulesSaid<Item> {
  const data: Item[] = [];
  const errors: object[] = [];
  for (const module of modules) {
    const error = module.takesMilliseconds > limit ? lateError(limit) : module.error;
    if (error) errors.push({ ...named(module), ...error });
    else data.push(...answerOf(module).map((item) => ({ ...named(module), ...item })));
  }
  const slowest = Math.max(0, ...modules.map(({ takesMilliseconds }) => takesMilliseconds));
  return { data, errors, afterMilliseconds: Math.min(slowest, limit) };
}

/** HTTP 200 whatever became of them; `errors` is left out when there are none. */
export function modulesAnswer({ data, errors, afterMilliseconds }: ModulesSaid<object>): Answer {
  return { ...ok({ data, ...(errors.length === 0 ? {} : { errors }) }), afterMilliseconds };
}

/** How every item names its module. */
export function named({ name, instanceId, typeId }: SimulatedModule) {
  return { module: name, module_instance_id: instanceId, module_type_id: typeId };
}

function lateError(limitMilliseconds: number) {
  return { code: 'timeout', message: `no answer within ${limitMilliseconds} ms`, type: 'error' };
}
