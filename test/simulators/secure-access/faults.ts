import { z } from 'zod';
import { regularExpressionSchema } from './regular-expression.ts';

const answerFields = {
  status: z.int().min(200).max(599),
  headers: z.record(z.string(), z.string()).default({}),
  body: z.unknown().default({}).describe('Sent as JSON, or as it is if it is text.'),
};

/** What a fault does to the request that meets it. */
export const faultEffectSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('respond'), ...answerFields }).describe('Answers; nothing is processed.'),
  z
    .strictObject({ kind: z.literal('delay'), milliseconds: z.int().min(1).max(600_000) })
    .describe('Waits, then processes the request as usual.'),
  z.strictObject({ kind: z.literal('drop') }).describe('Cuts the connection; nothing is processed.'),
  z.strictObject({ kind: z.literal('store-then-hang') }).describe('Processes the request and never answers.'),
  z
    .strictObject({ kind: z.literal('store-then-drop') })
    .describe('Processes the request, then cuts the connection.'),
  z
    .strictObject({ kind: z.literal('store-then-respond'), ...answerFields })
    .describe('Processes the request, then answers something else.'),
  z.strictObject({ kind: z.literal('expire-token') }).describe('The token in use expires just then.'),
  z
    .strictObject({
      kind: z.literal('add-by-hand'),
      listId: z.int(),
      destinations: z.array(z.string()).min(1),
    })
    .describe('Another person adds entries to a list just before the request is processed.'),
]);

export type FaultEffect = z.infer<typeof faultEffectSchema>;

/** A fault that waits for requests. */
export const faultSchema = z.strictObject({
  match: z.strictObject({
    method: z.enum(['GET', 'POST', 'PATCH', 'PUT', 'DELETE']).optional().describe('Any method without it.'),
    template: z
      .string()
      .optional()
      .describe('A route as it stands in the route table, such as /policies/v2/rules/{ruleId}.'),
    pathPattern: regularExpressionSchema
      .optional()
      .describe('A regular expression for the path without its query.'),
  }),
  skip: z.int().min(0).default(0).describe('Matching requests that pass unharmed first.'),
  times: z.int().min(1).default(1).describe('Matching requests that are hit after those.'),
  effect: faultEffectSchema,
});

export type FaultInput = z.input<typeof faultSchema>;
export type Fault = z.infer<typeof faultSchema>;

/** What of a request decides whether a fault strikes. */
export interface FaultTarget {
  readonly method: string;
  readonly path: string;
  readonly template: string;
}

/** Faults that still wait. A request meets at most one, the oldest that matches. */
export class Faults {
  #waiting: Fault[] = [];

  add(fault: Fault): void {
    this.#waiting.push({ ...fault });
  }

  waiting(): readonly Fault[] {
    return this.#waiting.map((fault) => ({ ...fault }));
  }

  /** The effect on this request, which counts as one of the fault's times. */
  take(target: FaultTarget): FaultEffect | undefined {
    const fault = this.#waiting.find((candidate) => matches(candidate.match, target));
    if (!fault) return undefined;
    if (fault.skip > 0) {
      fault.skip -= 1;
      return undefined;
    }
    fault.times -= 1;
    if (fault.times === 0) this.#waiting = this.#waiting.filter((other) => other !== fault);
    return fault.effect;
  }

  clear(): void {
    this.#waiting = [];
  }
}

function matches({ method, template, pathPattern }: Fault['match'], target: FaultTarget): boolean {
  return (
    (method === undefined || method === target.method) &&
    (template === undefined || template === target.template) &&
    (pathPattern === undefined || new RegExp(pathPattern).test(target.path))
  );
}
