import { z } from 'zod';
import { authenticationSchema } from './authentication.ts';
import { lifecycleMappingSchema } from './lifecycle-mapping.ts';
import { profileNameSchema } from './names.ts';
import { ticketCommentsSchema } from './ticket-comments.ts';

/** Over HTTP only with a secret in a header or a signature: addresses end up in logs, and callers from AWS have `POST /people`. */
const senderSchema = authenticationSchema
  .refine(({ scheme }) => scheme !== 'url-secret' && scheme !== 'aws-iam', {
    error: 'a source of changes to people proves itself by a signature or a secret in a header',
  })
  .optional()
  .describe(
    'How the sender proves who it is. Left out: the source has no address, and files come through the bucket only.',
  );

const common = {
  authentication: senderSchema,
  action: z
    .enum(['onboard', 'offboard'])
    .optional()
    .describe('What everything from here is about. Left out: each ticket or row must say so.'),
  profile: profileNameSchema
    .optional()
    .describe('What joiners get of whom no other profile is told. Left out: they are refused.'),
  dateOrder: z
    .enum(['day-first', 'month-first'])
    .optional()
    .describe(
      'How 03/04/2026 is meant. Left out: such dates are refused. 2026-04-03 and 03.04.2026 are always read.',
    ),
};

const statuses = (what: string, usual: readonly string[]) =>
  z
    .array(z.string().trim().min(1).max(100))
    .max(50)
    .default([...usual])
    .describe(what);

const csvSourceSchema = z.strictObject({
  kind: z.literal('csv'),
  ...common,
  content: z
    .enum(['changes', 'roster'])
    .default('changes')
    .describe(
      '"changes": only those who join or leave. "roster": everybody, each time; an empty one or one that has shrunk is held.',
    ),
  activeRows: z
    .enum(['keep', 'onboard'])
    .default('keep')
    .describe('What a row means whose status is active and which has no last day: nothing, or a joiner.'),
  columns: z
    .partialRecord(lifecycleMappingSchema.keyof(), z.string().trim().min(1).max(100))
    .default({})
    .describe('Headers of your own, where they differ from the usual ones in English, German and French.'),
});

const ticketMembers = { ...common, comments: ticketCommentsSchema.optional() };

const ticketSchemas = [
  z.strictObject({
    kind: z.literal('servicenow'),
    ...ticketMembers,
    mapping: lifecycleMappingSchema.prefault({}),
  }),
  z.strictObject({
    kind: z.literal('jira-service-management'),
    ...ticketMembers,
    mapping: lifecycleMappingSchema.prefault({}),
    approvedStatuses: statuses('Statuses in which a ticket is carried out.', ['Approved']),
    withdrawnStatuses: statuses('Statuses that take back what a ticket asked for.', [
      'Declined',
      'Rejected',
      'Canceled',
      'Cancelled',
      'Withdrawn',
    ]),
  }),
  z.strictObject({ kind: z.literal('json'), ...ticketMembers, mapping: lifecycleMappingSchema }),
] as const;

const scimSourceSchema = z.strictObject({
  kind: z.literal('scim'),
  authentication: common.authentication,
  profile: common.profile,
  mapping: lifecycleMappingSchema.pick({ profile: true }).prefault({}),
});

/** Who may say that somebody joins or leaves, and how it is read. */
export const lifecycleSourceSchema = z.discriminatedUnion('kind', [
  csvSourceSchema,
  ...ticketSchemas,
  scimSourceSchema,
]);

export type LifecycleSource = z.infer<typeof lifecycleSourceSchema>;
export type LifecycleSourceKind = LifecycleSource['kind'];
export type LifecycleSourceOf<Kind extends LifecycleSourceKind> = Extract<LifecycleSource, { kind: Kind }>;
