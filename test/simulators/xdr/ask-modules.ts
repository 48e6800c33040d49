import type { Answer } from '../http/answer.ts';
import type { Cloud } from './cloud.ts';
import type { SimulatedModule } from './simulated-module.ts';

/**
 * Asks modules and puts their answers together: HTTP 200 whatever became of them. One that errs, or takes longer than
 * the cloud waits, stands among the errors; the answer comes when the slowest is done or given up.
 *
 * @param answerOf gives the items of one module
 */
export function askModules(
  modules: readonly SimulatedModule[],
  { settings }: Cloud,
  answerOf: (module: SimulatedModule) => readonly object[],
): Answer {
  const limit = settings.moduleTimeLimitMilliseconds;
  const data: object[] = [];
  const errors: object[] = [];
  for (const module of modules) {
    const isLate = module.takesMilliseconds > limit;
    const error = isLate
      ? { code: 'timeout', message: `no answer within ${limit} ms`, type: 'error' }
      : module.error;
    if (error) errors.push({ ...named(module), ...error });
    else data.push(...answerOf(module).map((item) => ({ ...named(module), ...item })));
  }
  const slowest = Math.max(0, ...modules.map(({ takesMilliseconds }) => takesMilliseconds));
  // Either may be missing when there is nothing in it.
  const body = { data, ...(errors.length === 0 ? {} : { errors }) };
  return { status: 200, body, afterMilliseconds: Math.min(slowest, limit) };
}

/** How every item names its module. */
export function named({ name, instanceId, typeId }: SimulatedModule) {
  return { module: name, module_instance_id: instanceId, module_type_id: typeId };
}
