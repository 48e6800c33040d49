import { z } from 'zod';
import { organisationNameSchema, stageNameSchema } from '../../config/names.ts';
import { credentialAtRiskSchema, credentialKinds } from '../../events/credential-events.ts';

/** One reason why a person should look at a credential. */
export const credentialRiskSchema = z.object({
  risk: credentialAtRiskSchema.shape.risk,
  /** What was found and what to do about it; holds no secret. */
  message: z.string(),
  /** `expires-soon`: the step that was reached, in days left. */
  reachedDaysLeft: z.number().optional(),
});

export type CredentialRisk = z.infer<typeof credentialRiskSchema>;

export const credentialHealthSchema = z.object({
  organisation: organisationNameSchema,
  kind: z.enum(credentialKinds),
  works: z.enum(['yes', 'no', 'unknown']),
  /** Why it does not work, or why that is not known. */
  explanation: z.string().optional(),
  expiresAt: z.iso.datetime().optional(),
  /** With two decimals; below 0 when it has ended. */
  daysLeft: z.number().optional(),
  /** With two decimals. */
  ageDays: z.number().optional(),
  missingScopes: z.array(z.string()),
  /** Needed scopes that only a writing call could prove. */
  unprovedScopes: z.array(z.string()),
  risks: z.array(credentialRiskSchema),
});

export type CredentialHealth = z.infer<typeof credentialHealthSchema>;

/** How every credential of a deployment is. Holds no secret, so that it may be mailed or put in a ticket. */
export const healthReportSchema = z.object({
  version: z.literal(1),
  stage: stageNameSchema,
  checkedAt: z.iso.datetime(),
  credentials: z.array(credentialHealthSchema),
});

export type HealthReport = z.infer<typeof healthReportSchema>;

/** What `check-credentials` is called with: nothing for every organisation, or one of them. */
export const checkRequestSchema = z.strictObject({ organisation: organisationNameSchema.optional() });

/** What it answers: the report for machines, and the same for people. */
export const checkAnswerSchema = z.object({ report: healthReportSchema, markdown: z.string() });
export type CheckAnswer = z.infer<typeof checkAnswerSchema>;
