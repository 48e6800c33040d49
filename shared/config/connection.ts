import { z } from 'zod';
import { severities } from '../events/severity.ts';
import { authenticationSchema } from './authentication.ts';
import { connectionEnrichmentSchema } from './enrichment.ts';
import { fieldMappingSchema } from './field-mapping.ts';
import { connectionLeaseSchema } from './leases.ts';
import { destinationListNameSchema } from './names.ts';
import { routesSchema } from './routes.ts';

/** Senders whose bodies are understood; each has one parser in `shared/webhooks/parsers/`. */
export const connectionKinds = [
  'ioc-list',
  'json',
  'csv',
  'text',
  'cisco-xdr',
  'cortex-xdr',
  'cortex-xsoar',
  'datadog',
  'elastic',
  'graylog',
  'jira',
  'misp',
  'opencti',
  'pagerduty',
  'qradar',
  'sentinel',
  'servicenow',
  'slack',
  'splunk-alert',
  'splunk-es-notable',
  'splunk-soar',
  'stix',
  'teams',
  'thehive',
  'wazuh',
] as const;
export type ConnectionKind = (typeof connectionKinds)[number];

/** Lower case and in punycode, as indicators are. */
const ignoredDomainSchema = z
  .string()
  .max(253)
  .regex(
    /^[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)+$/,
    'a domain name in lower case, such as corp.example',
  );

export const connectionSchema = z
  .strictObject({
    kind: z.enum(connectionKinds).describe('What sends: it decides how the body is read.'),
    authentication: authenticationSchema.describe(
      'How it proves who it is: a word, or an object { "scheme": …, … } for schemes with settings. A signature (standard-webhooks and the other signed ones) is better than a token, which proves the sender but not the body.',
    ),
    destinationLists: z
      .array(destinationListNameSchema)
      .min(1, 'name at least one destination list')
      .max(10, 'at most 10 destination lists')
      .describe(
        'Where its indicators are blocked, by key of destinationLists or networkGroups. Each gets the types that it can hold.',
      ),
    routes: routesSchema
      .optional()
      .describe(
        'Which of its destinationLists get indicators of a type, where that is not all that can hold it, such as { "ipv4": ["firewalls"] }.',
      ),
    action: z
      .enum(['block', 'enrich'])
      .default('block')
      .describe(
        'What is done with its indicators: "block", or "enrich", which asks Cisco XDR and follows the policy under "enrichment". A body of the kind ioc-list may ask for the other.',
      ),
    enrichment: connectionEnrichmentSchema
      .optional()
      .describe('What XDR is asked about its indicators, and what follows from the answer.'),
    mode: z
      .enum(['live', 'test'])
      .default('live')
      .describe('"test" answers what would happen and does nothing: to try a sender out.'),
    indicatorFields: z
      .array(z.string().min(1).max(200))
      .max(50)
      .optional()
      .describe(
        "The sender's fields that hold indicators, instead of the usual ones of its kind. See functions/receive-webhook/README.md for what a field is there.",
      ),
    mapping: fieldMappingSchema.optional(),
    freeText: z
      .boolean()
      .default(false)
      .describe(
        'Also takes indicators out of descriptions, titles and comments. Without it only fields that are made for indicators are read. Of the kinds text, slack and teams the message is always read.',
      ),
    ignoredDomains: z
      .array(ignoredDomainSchema)
      .max(200)
      .default([])
      .describe(
        'Domains of your own and of pages that texts link to: nothing on or below them is taken for an indicator.',
      ),
    minimumConfidence: z
      .number()
      .min(0)
      .max(100)
      .optional()
      .describe(
        'Indicators of which the sender is less sure, in percent, or does not say how sure, are held.',
      ),
    minimumSeverity: z
      .enum(severities)
      .optional()
      .describe('Alerts below this severity, or without one, are held.'),
    lease: connectionLeaseSchema
      .optional()
      .describe('How long its blocks last, where that differs from "leases".'),
  })
  .refine(({ action, enrichment }) => action === 'block' || enrichment !== undefined, {
    path: ['enrichment'],
    error: 'the action "enrich" needs it, at least { "organisation": "…" }',
  })
  .refine(
    ({ authentication, enrichment }) => {
      return authentication.scheme !== 'aws-iam' || enrichment?.callbackUrl === undefined;
    },
    {
      path: ['enrichment', 'callbackUrl'],
      error:
        'a callback is signed with the secret of its connection, and aws-iam has none: take another scheme, or ask for the outcome',
    },
  )
  .superRefine(({ kind, mapping }, context) => {
    if ((kind === 'json') === (mapping !== undefined)) return;
    context.addIssue({
      code: 'custom',
      path: ['mapping'],
      input: mapping,
      message:
        kind === 'json'
          ? 'the kind json needs a mapping, at least { "indicators": "…" }'
          : `the kind ${kind} knows its fields; a mapping is for the kind json`,
    });
  });

export type Connection = z.infer<typeof connectionSchema>;
