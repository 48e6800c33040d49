import { z } from 'zod';
import { approvalsSchema } from './approvals.ts';
import { awsFindingsSchema } from './aws-findings.ts';
import { blastRadiusSchema } from './blast-radius.ts';
import { connectionSchema } from './connection.ts';
import { destinationListSchema } from './destination-list.ts';
import { destinationProblems } from './destination-problems.ts';
import { enrichmentSchema } from './enrichment.ts';
import { guardSchema } from './guard.ts';
import { leasesSchema } from './leases.ts';
import {
  connectionNameSchema,
  destinationListNameSchema,
  organisationNameSchema,
  stageNameSchema,
} from './names.ts';
import { networkGroupSchema } from './network-group.ts';
import { organisationSchema } from './organisation.ts';
import { organisationOnboardingSchema } from './organisation-onboarding.ts';
import { peopleSchema } from './people.ts';

const limitsSchema = z
  .strictObject({
    bodyBytes: z
      .int()
      .min(1_024)
      .max(5_242_880)
      .default(1_048_576)
      .describe('Largest webhook body, in bytes.'),
    jsonDepth: z.int().min(4).max(100).default(32).describe('Deepest nesting of a webhook body.'),
    indicatorsPerRequest: z
      .int()
      .min(1)
      .max(20_000)
      .default(5_000)
      .describe('Most indicators in one webhook; a body with more is refused whole.'),
    requestsPerSecond: z
      .int()
      .min(1)
      .max(1_000)
      .default(50)
      .describe('Sustained rate of the HTTP API; beyond it and its burst, callers get 429.'),
    requestBurst: z.int().min(1).max(2_000).default(100).describe('Requests that may come at once.'),
  })
  .prefault({});

const blockingSchema = z
  .strictObject({
    batchWindowSeconds: z
      .int()
      .min(0)
      .max(60)
      .default(5)
      .describe('How long the worker gathers alerts before it posts them together. 0 posts at once.'),
  })
  .prefault({});

/** What one deployment is told: which organisations, which lists, which senders. Holds no secrets. */
export const deploymentConfigurationSchema = z
  .strictObject({
    $schema: z.string().optional().describe('For editors: ./deployment.schema.json'),
    stage: stageNameSchema.describe('Name of the deployment, part of every resource name.'),
    organisations: z.record(organisationNameSchema, organisationSchema).describe('By a name of your choice.'),
    destinationLists: z
      .record(destinationListNameSchema, destinationListSchema)
      .describe('The lists that may be written, by a name of your choice.'),
    networkGroups: z
      .record(destinationListNameSchema, networkGroupSchema)
      .default({})
      .describe(
        'The groups of addresses and names that may be written, for rules of firewalls; no name may be that of a list.',
      ),
    connections: z
      .record(connectionNameSchema, connectionSchema)
      .describe('Who may call: each is one address, POST /webhooks/{name}.'),
    awsFindings: awsFindingsSchema
      .optional()
      .describe('Which findings of AWS services are blocked, and where.'),
    limits: limitsSchema.describe('What the webhook accepts.'),
    blocking: blockingSchema.describe('How the block worker gathers its work.'),
    guard: guardSchema.describe('What is never blocked, or not without a person.'),
    blastRadius: blastRadiusSchema.describe('How much may change before a person is asked.'),
    approvals: approvalsSchema.describe('How people hear that something waits for their approval.'),
    leases: leasesSchema.describe('How long blocks last.'),
    enrichment: enrichmentSchema.describe('How Cisco XDR is asked.'),
    people: peopleSchema
      .optional()
      .describe('Who joins and leaves, and what follows. Left out: nothing about people is done.'),
    organisationOnboarding: organisationOnboardingSchema
      .optional()
      .describe('Whole organisations for customers and subsidiaries. Left out: none are made.'),
    logRetentionDays: z
      .literal([1, 3, 5, 7, 14, 30, 60, 90, 180, 365, 400, 731])
      .default(90)
      .describe('How long logs are kept.'),
    alarmEmail: z.email().optional().describe('Who gets the alarms; must confirm the subscription once.'),
  })
  .superRefine((configuration, context) => {
    for (const problem of destinationProblems(configuration)) {
      context.addIssue({ code: 'custom', ...problem });
    }
    for (const [name, { enrichment }] of Object.entries(configuration.connections)) {
      if (enrichment === undefined || configuration.organisations[enrichment.organisation]?.xdr) continue;
      context.addIssue({
        code: 'custom',
        path: ['connections', name, 'enrichment', 'organisation'],
        input: enrichment.organisation,
        message: 'no such organisation, or it has no "xdr"',
      });
    }
    for (const [index, name] of (configuration.people?.organisations ?? []).entries()) {
      if (configuration.organisations[name]?.securityCloudControl) continue;
      context.addIssue({
        code: 'custom',
        path: ['people', 'organisations', index],
        input: name,
        message: 'no such organisation, or it has no "securityCloudControl"',
      });
    }
    const manager = configuration.organisationOnboarding?.manager;
    if (manager !== undefined && !configuration.organisations[manager]?.securityCloudControl) {
      context.addIssue({
        code: 'custom',
        path: ['organisationOnboarding', 'manager'],
        input: manager,
        message: 'no such organisation, or it has no "securityCloudControl"',
      });
    }
  });

export type DeploymentConfiguration = z.infer<typeof deploymentConfigurationSchema>;
