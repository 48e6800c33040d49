import { z } from 'zod';
import { timeZoneSchema } from '#shared/time/zoned-time.ts';

const moment = z.iso.datetime().transform((text) => new Date(text));

const changeSchema = z.object({
  kind: z.enum(['onboard', 'offboard']),
  email: z.string(),
  immediate: z.boolean(),
  dueAt: moment,
  timeZone: timeZoneSchema.optional(),
  profile: z.string().optional(),
  ticket: z.string().optional(),
  source: z.string(),
  approval: z.object({ by: z.string(), at: moment }).optional(),
  standing: z.object({
    state: z.string(),
    at: moment.optional(),
    by: z.string().optional(),
    startsAt: moment.optional(),
    endsBy: moment.optional(),
    undoUntil: moment.optional(),
    nextAttemptAt: moment.optional(),
    batchId: z.string().optional(),
    trips: z.array(z.object({ fuse: z.string(), explanation: z.string() })).default([]),
  }),
});

const stepSchema = z.object({
  step: z.string(),
  organisation: z.string(),
  result: z.string().optional(),
  summary: z.string().default(''),
});

/** The members of the answers of `/people` that are shown to people. */
export const peopleListSchema = z.object({ people: z.array(changeSchema) });

export const personSchema = z.object({
  email: z.string(),
  change: changeSchema,
  doneBy: moment.optional(),
  steps: z.object({
    done: z.array(stepSchema),
    open: z.array(stepSchema),
    pending: z.array(stepSchema),
  }),
  history: z.array(changeSchema),
});

const count = z.int().nonnegative();

export const batchSchema = z.object({
  batchId: z.string(),
  source: z.string(),
  origin: z.string(),
  counts: z.object({ accepted: count, held: count, idle: count, refused: count }),
  refused: z.array(z.object({ row: z.int().optional(), reason: z.string(), explanation: z.string() })),
  trips: z.array(z.object({ fuse: z.string(), explanation: z.string() })),
  doneBy: moment.optional(),
  decision: z.object({ verdict: z.string(), by: z.string(), at: moment }).optional(),
  held: z.array(changeSchema),
  heldNotShown: count.default(0),
});

/** What was asked for was taken. */
export const takenSchema = z.object({
  status: z.literal('accepted'),
  requestId: z.string().optional(),
  people: count.optional(),
  readAs: changeSchema.omit({ source: true, standing: true, approval: true }).optional(),
});

export type ShownChange = z.infer<typeof changeSchema>;
export type ShownStep = z.infer<typeof stepSchema>;
export type ShownPerson = z.infer<typeof personSchema>;
export type ShownBatch = z.infer<typeof batchSchema>;
export type ShownTaking = z.infer<typeof takenSchema>;
