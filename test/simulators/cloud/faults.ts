import { z } from 'zod';
import { regularExpressionSchema } from './regular-expression.ts';

const answerFields = {
  status: z.int().min(200).max(599),
  headers: z.record(z.string(), z.string()).default({}),
  body: z.unknown().default({}).describe('Sent as JSON, or as it is if it is text.'),
};

/** Effects that every cloud knows; a cloud adds its own to them. */
export const universalEffectSchemas = [
  z.strictObject({ kind: z.literal('respond'), ...answerFields }).describe('Answers; nothing is processed.'),
  z
    .strictObject({ kind: z.literal('delay'), milliseconds: z.int().min(1).max(600_000) })
    .describe('Waits, then processes the request as usual.'),
  z.strictObject({ kind: z.literal('drop') }).describe('Cuts the connection; nothing is processed.'),
  z
    .strictObject({ kind: z.literal('process-then-hang') })
    .describe('Processes the request and never answers.'),
  z
    .strictObject({ kind: z.literal('process-then-drop') })
    .describe('Processes the request, then cuts the connection.'),
  z
    .strictObject({ kind: z.literal('process-then-respond'), ...answerFields })
    .describe('Processes the request, then answers something else.'),
] as const;

const universalEffectSchema = z.discriminatedUnion('kind', universalEffectSchemas);
const universalKinds: ReadonlySet<string> = new Set(
  universalEffectSchemas.map((schema) => schema.shape.kind.value),
);

export type UniversalEffect = z.infer<typeof universalEffectSchema>;

/** What any effect has: the name of what it does to the request that meets it. */
export interface AnyEffect {
  readonly kind: string;
}

/** Whether every cloud knows the effect, and not this one alone. */
export function isUniversal(effect: AnyEffect): effect is UniversalEffect {
  return universalKinds.has(effect.kind);
}

const matchSchema = z.strictObject({
  method: z.enum(['GET', 'POST', 'PATCH', 'PUT', 'DELETE']).optional().describe('Any method without it.'),
  template: z
    .string()
    .optional()
    .describe('A route as it stands in the route table, such as /policies/v2/rules/{ruleId}.'),
  pathPattern: regularExpressionSchema
    .optional()
    .describe('A regular expression for the path without its query.'),
});

/** A fault that waits for requests, with one of a cloud's effects. */
export function faultSchemaOf<Effect extends z.ZodType<AnyEffect>>(effect: Effect) {
  return z.strictObject({
    match: matchSchema,
    skip: z.int().min(0).default(0).describe('Matching requests that pass unharmed first.'),
    times: z.int().min(1).default(1).describe('Matching requests that are hit after those.'),
    effect,
  });
}

export interface Fault<Effect> {
  readonly match: z.infer<typeof matchSchema>;
  readonly skip: number;
  readonly times: number;
  readonly effect: Effect;
}

/** What of a request decides whether a fault strikes. */
export interface FaultTarget {
  readonly method: string;
  readonly path: string;
  readonly template: string;
}

/** Faults that still wait. A request meets at most one, the oldest that matches. */
export class Faults<Effect> {
  #waiting: Fault<Effect>[] = [];

  add(fault: Fault<Effect>): void {
    this.#waiting = [...this.#waiting, fault];
  }

  waiting(): readonly Fault<Effect>[] {
    return this.#waiting;
  }

  /** The effect on this request, which counts as one of the fault's times. */
  take(target: FaultTarget): Effect | undefined {
    const fault = this.#waiting.find((candidate) => matches(candidate.match, target));
    if (!fault) return undefined;
    if (fault.skip > 0) {
      this.#replace(fault, { ...fault, skip: fault.skip - 1 });
      return undefined;
    }
    this.#replace(fault, { ...fault, times: fault.times - 1 });
    return fault.effect;
  }

  clear(): void {
    this.#waiting = [];
  }

  #replace(fault: Fault<Effect>, replacement: Fault<Effect>): void {
    this.#waiting = this.#waiting
      .map((other) => (other === fault ? replacement : other))
      .filter(({ times }) => times > 0);
  }
}

function matches(
  { method, template, pathPattern }: z.infer<typeof matchSchema>,
  target: FaultTarget,
): boolean {
  return (
    (method === undefined || method === target.method) &&
    (template === undefined || template === target.template) &&
    (pathPattern === undefined || new RegExp(pathPattern).test(target.path))
  );
}
