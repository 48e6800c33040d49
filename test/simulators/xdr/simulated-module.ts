import { z } from 'zod';

const dispositionSchema = z
  .int()
  .min(1)
  .max(5)
  .describe('1 clean, 2 malicious, 3 suspicious, 4 common, 5 unknown.');

const ratingSchema = z.strictObject({
  type: z.string().min(1).describe("XDR's own word, such as ip for an IPv4 address."),
  value: z.string().min(1),
  disposition: dispositionSchema,
  severity: z.string().default('High'),
  confidence: z.string().default('High'),
  priority: z.int().min(0).max(100).default(90),
  reason: z.string().default('listed'),
  validForSeconds: z.int().positive().default(604_800),
  sightings: z
    .int()
    .min(0)
    .default(0)
    .describe('How often it was seen; an observe counts them all and shows the first.'),
});

const actionNameSchema = z.strictObject({ id: z.string().min(1), title: z.string().min(1) });

const actionSchema = z.strictObject({
  id: z.string().min(1),
  title: z.string().min(1),
  types: z.array(z.string()).min(1).describe('Types of observables that it is offered for.'),
  parameters: z
    .record(z.string(), z.string())
    .default({})
    .describe('What a trigger must name beside the observable.'),
  outcome: z.enum(['success', 'failure']).default('success').describe('How a trigger ends, under HTTP 200.'),
  undo: actionNameSchema.nullable().default(null).describe('Offered instead once it was done.'),
});

export const moduleSchema = z.strictObject({
  instanceId: z.string().min(1),
  typeId: z.string().min(1).default('00000000-0000-4000-8000-000000000000'),
  name: z.string().min(1),
  ratings: z.array(ratingSchema).default([]),
  otherwise: dispositionSchema
    .nullable()
    .default(null)
    .describe('Its verdict on everything else; null is none.'),
  error: z
    .strictObject({
      code: z.string().default('client-error'),
      message: z.string().default('the product does not answer'),
      type: z.enum(['fatal', 'error', 'warning']).default('fatal'),
    })
    .nullable()
    .default(null)
    .describe('With it the module answers nothing but this, under HTTP 200.'),
  takesMilliseconds: z.int().min(0).max(600_000).default(0).describe('How long it thinks.'),
  health: z.enum(['ok', 'error', 'unknown']).default('ok'),
  actions: z.array(actionSchema).default([]),
});

/** An integration with a product, and how it behaves. */
export type SimulatedModule = z.infer<typeof moduleSchema>;
export type ModuleInput = z.input<typeof moduleSchema>;
export type Rating = z.infer<typeof ratingSchema>;
export type Action = z.infer<typeof actionSchema>;

/** The organisation's modules, in the order in which they were set up. */
export class SimulatedModules {
  readonly #modules = new Map<string, SimulatedModule>();

  /** Adds the module, or replaces the one with the same instance id. */
  put(module: SimulatedModule): void {
    this.#modules.set(module.instanceId, module);
  }

  delete(instanceId: string): boolean {
    return this.#modules.delete(instanceId);
  }

  find(instanceId: string): SimulatedModule | undefined {
    return this.#modules.get(instanceId);
  }

  all(): readonly SimulatedModule[] {
    return [...this.#modules.values()];
  }

  clear(): void {
    this.#modules.clear();
  }
}
