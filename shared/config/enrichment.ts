import { z } from 'zod';
import { indicatorTypes } from '../iocs/indicator.ts';
import { organisationNameSchema } from './names.ts';
import { outgoingUrlSchema } from './outgoing-url.ts';

/** What a verdict says, from worst to best known. `unknown` is not `clean`: nobody knew it. */
export const dispositions = ['malicious', 'suspicious', 'unknown', 'common', 'clean'] as const;
export type Disposition = (typeof dispositions)[number];

/** How sure the evidence behind a verdict is. */
export const evidenceConfidences = ['none', 'low', 'medium', 'high'] as const;
export type EvidenceConfidence = (typeof evidenceConfidences)[number];

/** What may be done about a verdict. */
export const enrichmentActions = ['block', 'hold', 'incident', 'none'] as const;
export type EnrichmentAction = (typeof enrichmentActions)[number];

const policyRuleSchema = z.strictObject({
  dispositions: z.array(z.enum(dispositions)).min(1).describe('For verdicts that say this.'),
  types: z.array(z.enum(indicatorTypes)).min(1).optional().describe('Only for these types of indicator.'),
  minimumConfidence: z
    .enum(evidenceConfidences)
    .default('none')
    .describe('Only where the evidence behind the verdict is at least so sure.'),
  minimumModules: z
    .int()
    .min(1)
    .max(100)
    .default(1)
    .describe('Only where at least so many modules agree with the verdict.'),
  action: z
    .enum(enrichmentActions)
    .describe(
      '"block" (through the guard), "hold" (a person decides), "incident" (opened in XDR, once a request), or "none".',
    ),
});

const responseSchema = z.strictObject({
  types: z.array(z.enum(indicatorTypes)).min(1).describe('For indicators of these types.'),
  moduleInstanceId: z.uuid().describe('The module that acts, by its instance id in XDR.'),
  actionId: z.string().min(1).max(200).describe('What it does, as XDR lists it for such an indicator.'),
});

/** What a connection does with the verdicts of its indicators. */
export const connectionEnrichmentSchema = z.strictObject({
  organisation: organisationNameSchema.describe('Whose XDR is asked, by its key in organisations.'),
  urgent: z
    .boolean()
    .default(false)
    .describe('Goes by the express lane, past everything that is not urgent.'),
  inDepth: z
    .array(z.enum(dispositions))
    .default([])
    .describe('Asks every module for all it knows where the first verdict says this; costs more calls.'),
  policy: z
    .array(policyRuleSchema)
    .max(30)
    .default([])
    .describe('What follows from a verdict: the first rule that fits decides; without one nothing is done.'),
  responses: z
    .array(responseSchema)
    .max(20)
    .default([])
    .describe(
      'With "block", for types that no destination list takes (hashes): a response action of XDR, at most once an incident, indicator and action.',
    ),
  callbackUrl: outgoingUrlSchema
    .max(1_000)
    .optional()
    .describe(
      "Gets the verdicts by a POST that is signed by Standard Webhooks with the connection's own secret.",
    ),
});

export type ConnectionEnrichment = z.infer<typeof connectionEnrichmentSchema>;

/** How XDR is asked, for the whole deployment. */
export const enrichmentSchema = z
  .strictObject({
    shareOfRateLimit: z
      .number()
      .min(0.01)
      .max(1)
      .default(0.5)
      .describe("Of the organisation's 8,000 requests in an hour, the rest is left to people."),
    expressShare: z
      .number()
      .min(0)
      .max(1)
      .default(0.1)
      .describe('What of that share only urgent requests may use.'),
    indicatorsPerCall: z
      .int()
      .min(1)
      .max(100)
      .default(20)
      .describe('Indicators in one call; Cisco names no limit.'),
    moduleWeights: z
      .record(z.string().min(1).max(100), z.number().min(0).max(10))
      .default({})
      .describe('How much a module counts, by its name or instance id; 1 for those not named, 0 not at all.'),
    longestVerdictHours: z
      .int()
      .min(1)
      .max(720)
      .default(24)
      .describe('A verdict is asked for again after this time, even where it says that it is valid longer.'),
    unknownLastsMinutes: z
      .int()
      .min(1)
      .max(1_440)
      .default(60)
      .describe('How long it is believed that nobody knows an indicator.'),
    writeBack: z
      .boolean()
      .default(true)
      .describe(
        'Whether sightings and judgements about what was blocked are written to private intelligence.',
      ),
  })
  .prefault({});

export type EnrichmentSettings = z.infer<typeof enrichmentSchema>;
