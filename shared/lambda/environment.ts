import { z } from 'zod';
import { stageNameSchema } from '../config/names.ts';

/**
 * The environment of each function: its start-up check, and the type that infra has to fill.
 * What is larger than an environment allows comes in `configuration.json` beside the bundle.
 */
const common = { STAGE: stageNameSchema, POWERTOOLS_SERVICE_NAME: z.string().min(1) };

/** What a function needs that has tasks about people begun at a moment, or at once. */
const taskSchedule = {
  /** With which the names of one-time schedules begin. */
  SCHEDULE_NAME_PREFIX: z.string().min(1),
  /** The role by which a schedule puts its task into a queue. */
  SCHEDULE_ROLE_ARN: z.string().min(1),
  /** Where tasks end that a schedule could not put into their queue. */
  SCHEDULE_DEAD_LETTER_QUEUE_ARN: z.string().min(1),
  PLAN_QUEUE_URL: z.url(),
  PLAN_QUEUE_ARN: z.string().min(1),
  ONBOARD_QUEUE_URL: z.url(),
  ONBOARD_QUEUE_ARN: z.string().min(1),
  OFFBOARD_QUEUE_URL: z.url(),
  OFFBOARD_QUEUE_ARN: z.string().min(1),
};

export const environmentSchemas = {
  'receive-webhook': z.object({
    ...common,
    TABLE_NAME: z.string().min(1),
    EVENT_BUS_NAME: z.string().min(1),
  }),
  'receive-finding': z.object({ ...common, EVENT_BUS_NAME: z.string().min(1) }),
  'block-iocs': z.object({
    ...common,
    TABLE_NAME: z.string().min(1),
    EVENT_BUS_NAME: z.string().min(1),
    BLOCK_QUEUE_URL: z.url(),
    MINT_FUNCTION_NAME: z.string().min(1),
    GUARD_LISTS_BUCKET_NAME: z.string().min(1),
  }),
  'refresh-guard-lists': z.object({ ...common, GUARD_LISTS_BUCKET_NAME: z.string().min(1) }),
  'announce-approvals': z.object({
    ...common,
    TABLE_NAME: z.string().min(1),
    APPROVALS_TOPIC_ARN: z.string().min(1),
    API_URL: z.url(),
  }),
  'decide-approvals': z.object({
    ...common,
    TABLE_NAME: z.string().min(1),
    EVENT_BUS_NAME: z.string().min(1),
  }),
  'request-release': z.object({
    ...common,
    TABLE_NAME: z.string().min(1),
    EVENT_BUS_NAME: z.string().min(1),
  }),
  'release-blocks': z.object({
    ...common,
    TABLE_NAME: z.string().min(1),
    EVENT_BUS_NAME: z.string().min(1),
    RELEASE_QUEUE_URL: z.url(),
    MINT_FUNCTION_NAME: z.string().min(1),
  }),
  'expire-blocks': z.object({
    ...common,
    TABLE_NAME: z.string().min(1),
    EVENT_BUS_NAME: z.string().min(1),
    MINT_FUNCTION_NAME: z.string().min(1),
  }),
  'reconcile-lists': z.object({
    ...common,
    TABLE_NAME: z.string().min(1),
    EVENT_BUS_NAME: z.string().min(1),
    MINT_FUNCTION_NAME: z.string().min(1),
  }),
  'deploy-network-groups': z.object({
    ...common,
    TABLE_NAME: z.string().min(1),
    EVENT_BUS_NAME: z.string().min(1),
    RECONCILE_FUNCTION_NAME: z.string().min(1),
  }),
  'mint-secure-access-token': z.object({ ...common, TABLE_NAME: z.string().min(1) }),
  'rotate-scc-token': z.object({
    ...common,
    TABLE_NAME: z.string().min(1),
    EVENT_BUS_NAME: z.string().min(1),
    /** Encrypts a refresh token that has to be put down outside Secrets Manager. */
    ENCRYPTION_KEY_ARN: z.string().min(1),
  }),
  'rotate-secure-access-key': z.object({
    ...common,
    TABLE_NAME: z.string().min(1),
    EVENT_BUS_NAME: z.string().min(1),
  }),
  'rotate-firewall-manager-token': z.object({
    ...common,
    TABLE_NAME: z.string().min(1),
    EVENT_BUS_NAME: z.string().min(1),
  }),
  'rotate-log-bucket-key': z.object({
    ...common,
    TABLE_NAME: z.string().min(1),
    EVENT_BUS_NAME: z.string().min(1),
    MINT_FUNCTION_NAME: z.string().min(1),
  }),
  'check-credentials': z.object({
    ...common,
    EVENT_BUS_NAME: z.string().min(1),
    MINT_FUNCTION_NAME: z.string().min(1),
  }),
  'enrich-iocs': z.object({
    ...common,
    TABLE_NAME: z.string().min(1),
    EVENT_BUS_NAME: z.string().min(1),
    ENRICH_QUEUE_URL: z.url(),
    URGENT_ENRICH_QUEUE_URL: z.url(),
  }),
  'write-back-intelligence': z.object({
    ...common,
    TABLE_NAME: z.string().min(1),
    WRITE_BACK_QUEUE_URL: z.url(),
  }),
  'query-requests': z.object({ ...common, TABLE_NAME: z.string().min(1) }),
  'receive-people-change': z.object({
    ...common,
    TABLE_NAME: z.string().min(1),
    EVENT_BUS_NAME: z.string().min(1),
    PEOPLE_FILES_BUCKET_NAME: z.string().min(1),
  }),
  'plan-people-changes': z.object({
    ...common,
    ...taskSchedule,
    TABLE_NAME: z.string().min(1),
    EVENT_BUS_NAME: z.string().min(1),
    PEOPLE_FILES_BUCKET_NAME: z.string().min(1),
  }),
  'onboard-user': z.object({
    ...common,
    ...taskSchedule,
    TABLE_NAME: z.string().min(1),
    EVENT_BUS_NAME: z.string().min(1),
  }),
  'offboard-user': z.object({
    ...common,
    ...taskSchedule,
    TABLE_NAME: z.string().min(1),
    EVENT_BUS_NAME: z.string().min(1),
    MINT_FUNCTION_NAME: z.string().min(1),
  }),
  'check-invitations': z.object({
    ...common,
    TABLE_NAME: z.string().min(1),
    EVENT_BUS_NAME: z.string().min(1),
  }),
  'announce-people-changes': z.object({
    ...common,
    TABLE_NAME: z.string().min(1),
    APPROVALS_TOPIC_ARN: z.string().min(1),
  }),
  'query-people': z.object({ ...common, TABLE_NAME: z.string().min(1) }),
  'change-people': z.object({
    ...common,
    TABLE_NAME: z.string().min(1),
    EVENT_BUS_NAME: z.string().min(1),
  }),
  'onboard-organisation': z.object({
    ...common,
    TABLE_NAME: z.string().min(1),
    EVENT_BUS_NAME: z.string().min(1),
    ONBOARD_ORGANISATION_QUEUE_URL: z.url(),
  }),
  'query-organisations': z.object({ ...common, TABLE_NAME: z.string().min(1) }),
  'request-organisation': z.object({ ...common, EVENT_BUS_NAME: z.string().min(1) }),
};

export type FunctionName = keyof typeof environmentSchemas;
export type FunctionEnvironment<Name extends FunctionName> = z.infer<(typeof environmentSchemas)[Name]>;

/**
 * Reads and checks the environment of one function.
 * @throws ZodError that names each missing or wrong variable; the function then does not start.
 */
export function readEnvironment<Name extends FunctionName>(name: Name): FunctionEnvironment<Name> {
  // The schema was picked by the same name, which TypeScript cannot follow through an indexed access.
  return environmentSchemas[name].parse(process.env) as FunctionEnvironment<Name>;
}
