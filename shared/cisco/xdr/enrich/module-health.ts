import { z } from 'zod';
import type { AuthorisedXdrClient, XdrCall } from '../authorised-client.ts';
import { type ModuleAnswers, moduleAnswersSchema, moduleSchema, type XdrModule } from '../modules.ts';

/** Whether a module can be asked. */
export interface ModuleHealth {
  readonly module: XdrModule;
  readonly status: 'ok' | 'error' | 'unknown';
}

const healthSchema = z
  .object({ data: z.object({ status: z.enum(['ok', 'error', 'unknown']).catch('unknown') }) })
  .and(moduleSchema.transform((module) => ({ module })))
  .transform(({ module, data }): ModuleHealth => ({ module, status: data.status }));

const allSchema = moduleAnswersSchema(healthSchema);

/** With one module, `data` is one object instead of a list. */
const oneSchema = z.preprocess(
  (body) => (isObject(body) && isObject(body.data) ? { ...body, data: [body.data] } : body),
  allSchema,
);

const call = {
  method: 'POST',
  host: 'platform',
  path: '/iroh/iroh-enrich/health',
  // Not under `enrich`: a client that may look up everything may still lack it.
  scope: 'integration/health:read',
  repetition: 'repeatable',
} as const satisfies XdrCall;

/**
 * The health of every module: `POST /iroh/iroh-enrich/health`.
 * @see https://visibility.amp.cisco.com/iroh/iroh-enrich/index.html
 */
export function readModulesHealth(client: AuthorisedXdrClient): Promise<ModuleAnswers<ModuleHealth>> {
  return client.send(call, allSchema);
}

/** The health of one module: `POST /iroh/iroh-enrich/health/{module_instance_id}`. */
export function readModuleHealth(
  client: AuthorisedXdrClient,
  moduleInstanceId: string,
): Promise<ModuleAnswers<ModuleHealth>> {
  return client.send({ ...call, path: `${call.path}/${encodeURIComponent(moduleInstanceId)}` }, oneSchema);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
