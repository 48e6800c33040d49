import { z } from 'zod';
import { severities } from '../events/severity.ts';
import { destinationListNameSchema } from './names.ts';

const findingSourceSchema = z.strictObject({
  destinationLists: z
    .array(destinationListNameSchema)
    .min(1, 'name at least one destination list')
    .max(10, 'at most 10 destination lists')
    .describe(
      'Where the indicators in findings are blocked, by key of destinationLists or networkGroups. Each gets the types that it can hold.',
    ),
  minimumSeverity: z
    .enum(severities)
    .default('high')
    .describe('Findings below this severity, or without one, are left alone.'),
});

export type FindingSource = z.infer<typeof findingSourceSchema>;

/** Findings that AWS services put on the account's default bus. What is left out is not listened to. */
export const awsFindingsSchema = z.strictObject({
  guardDuty: findingSourceSchema.optional().describe('Findings of Amazon GuardDuty.'),
  securityHub: findingSourceSchema.optional().describe('Findings that are imported into AWS Security Hub.'),
});

export type AwsFindings = z.infer<typeof awsFindingsSchema>;
