import { createHash } from 'node:crypto';
import type { DestinationListName, OrganisationName } from '../../config/names.ts';
import type { FirewallUid } from '../../firewalls/firewall.ts';
import type { Indicator } from '../../iocs/indicator.ts';
import type { OnboardingId } from '../../organisations/onboarding/onboarding-id.ts';
import type { StepName as OnboardingStepName } from '../../organisations/onboarding/step-record.ts';
import type { BatchId } from '../../people/changes/batch-id.ts';
import type { ChangeId } from '../../people/changes/change-id.ts';
import type { EmailAddress } from '../../people/email-address.ts';
import type { StepName } from '../../people/steps/step-record.ts';
import type { RequestId } from '../../requests/request-id.ts';

/** The one table's keys. Every row that can be met is named here, and nowhere else. */
export interface Key {
  readonly pk: string;
  readonly sk: string;
}

const fourDigits = (value: number) => String(value).padStart(4, '0');

/** DynamoDB takes 2,048 bytes as partition key; a longer URL is named by its digest. */
const longestPlainValueBytes = 1_024;

function indicatorPartition(indicator: Indicator): string {
  const plain = Buffer.byteLength(indicator.value) <= longestPlainValueBytes;
  const value = plain
    ? indicator.value
    : `sha256:${createHash('sha256').update(indicator.value).digest('hex')}`;
  return `INDICATOR#${indicator.type}#${value}`;
}

/**
 * The index of what stands on a list, in the order in which leases end. Only standing blocks have its attributes.
 */
export const blocksOfListIndex = {
  name: 'blocks-of-list',
  partitionKey: 'standsOnList',
  sortKey: 'leaseEnd',
  /** The sort key of a block that never ends: after every date. */
  noEnd: 'never',
} as const;

export const keys = {
  /** A request's own row, written when it was received. */
  request: (id: RequestId): Key => ({ pk: `REQUEST#${id}`, sk: 'REQUEST' }),
  /** The indicators of one part of a request, as received. */
  requestPart: (id: RequestId, part: number): Key => ({
    pk: `REQUEST#${id}`,
    sk: `PART#${fourDigits(part)}`,
  }),
  /** What is to be asked about in one part of a request for enrichment, as received. */
  requestPartToEnrich: (id: RequestId, part: number): Key => ({
    pk: `REQUEST#${id}`,
    sk: `TO-ENRICH#${fourDigits(part)}`,
  }),
  /** Values of a request that were refused at once. */
  requestRejections: (id: RequestId, page: number): Key => ({
    pk: `REQUEST#${id}`,
    sk: `REJECTED#${fourDigits(page)}`,
  }),
  /** What the block worker made of one part. */
  requestOutcome: (id: RequestId, part: number): Key => ({
    pk: `REQUEST#${id}`,
    sk: `OUTCOME#${fourDigits(part)}`,
  }),
  /** What the enricher made of one part, cut to what a row takes. */
  requestEnrichment: (id: RequestId, part: number, page: number): Key => ({
    pk: `REQUEST#${id}`,
    sk: `ENRICHED#${fourDigits(part)}#${fourDigits(page)}`,
  }),
  /** What a person decided about the held indicators of one part. */
  requestDecision: (id: RequestId, part: number): Key => ({
    pk: `REQUEST#${id}`,
    sk: `DECISION#${fourDigits(part)}`,
  }),
  /** A response action of XDR for one indicator of a request; `digest` names indicator, module and action. */
  requestResponse: (id: RequestId, digest: string): Key => ({
    pk: `REQUEST#${id}`,
    sk: `RESPONSE#${digest}`,
  }),
  /**
   * The lock that makes one function at a time the rule that writes to the incident of a request. Requests share 256 of
   * them, since a lock's row is never deleted.
   */
  incidentWriter: (organisation: OrganisationName, id: RequestId): Key => ({
    pk: `ORGANISATION#${organisation}`,
    sk: `INCIDENT-WRITER#${id.slice('req_'.length, 'req_'.length + 2)}`,
  }),
  /** The lock that makes one function at a time the rule that writes back what was blocked. */
  writeBack: (organisation: OrganisationName): Key => ({
    pk: `ORGANISATION#${organisation}`,
    sk: 'WRITE-BACK',
  }),
  /** An entity that was lately written to an organisation's private intelligence, by its external id. */
  importedEntity: (organisation: OrganisationName, externalId: string): Key => ({
    pk: `ORGANISATION#${organisation}#ENTITY#${externalId}`,
    sk: 'IMPORTED',
  }),
  /** That people heard of an event through one channel: `email`, `chat`. */
  announcement: (eventId: string, channel: string): Key => ({
    pk: `ANNOUNCEMENT#${eventId}`,
    sk: `CHANNEL#${channel}`,
  }),
  /** That a result was delivered to the address that its connection names. */
  callback: (eventId: string): Key => ({ pk: `CALLBACK#${eventId}`, sk: 'DELIVERED' }),
  /** How many new blocks there were in a period, as `new-block-counts.ts` names it: `hour#splunk#2026-12-01T04`. */
  newBlocks: (organisation: OrganisationName, period: string): Key => ({
    pk: `ORGANISATION#${organisation}`,
    sk: `NEW-BLOCKS#${period}`,
  }),
  /** The block of one indicator on one list. */
  block: (indicator: Indicator, list: DestinationListName): Key => ({
    pk: indicatorPartition(indicator),
    sk: `LIST#${list}`,
  }),
  /** All blocks of one indicator. */
  blocks: (indicator: Indicator): string => indicatorPartition(indicator),
  /** The lock that makes one worker the only writer of an organisation's lists. */
  writer: (organisation: OrganisationName): Key => ({ pk: `ORGANISATION#${organisation}`, sk: 'WRITER' }),
  /** The post that is under way on a list, written before it is sent. */
  openPost: (organisation: OrganisationName, list: DestinationListName): Key => ({
    pk: `ORGANISATION#${organisation}`,
    sk: `OPEN-POST#${list}`,
  }),
  /** All posts under way of an organisation: the beginning that their rows share. */
  openPosts: (organisation: OrganisationName): Key => ({
    pk: `ORGANISATION#${organisation}`,
    sk: 'OPEN-POST#',
  }),
  /** What is known of a list: its number of destinations, and whether rules enforce it. */
  listState: (organisation: OrganisationName, list: DestinationListName): Key => ({
    pk: `ORGANISATION#${organisation}`,
    sk: `LIST-STATE#${list}`,
  }),
  /** What the last comparison of a list with the ledger has found, and its entries day by day. */
  listRecord: (organisation: OrganisationName, list: DestinationListName): Key => ({
    pk: `ORGANISATION#${organisation}`,
    sk: `LIST-RECORD#${list}`,
  }),
  /** What the XDR of an organisation says of an indicator. */
  verdict: (organisation: OrganisationName, indicator: Indicator): Key => ({
    pk: `VERDICT#${organisation}#${indicatorPartition(indicator)}`,
    sk: 'VERDICT',
  }),
  /** How many requests were sent to the XDR of an organisation, and until when none may be. */
  xdrBudget: (organisation: OrganisationName): Key => ({
    pk: `ORGANISATION#${organisation}`,
    sk: 'XDR-BUDGET',
  }),
  /** The lock that makes one mint at a time the rule for an organisation's access token. */
  mint: (organisation: OrganisationName): Key => ({ pk: `ORGANISATION#${organisation}`, sk: 'MINT' }),
  /** When access tokens were asked for with an API key, which several organisations may share; `digest` names the key. */
  mintBudget: (digest: string): Key => ({ pk: `API-KEY#${digest}`, sk: 'MINT-BUDGET' }),
  /** The latest change of a person; all of these stand together, so that everybody can be listed. */
  currentChange: (person: EmailAddress): Key => ({ pk: 'PEOPLE', sk: `PERSON#${person}` }),
  /** The latest changes of everybody. */
  everybody: (): string => 'PEOPLE',
  /** All changes of a person, in the order in which they were heard of. */
  changesOf: (person: EmailAddress): string => `PERSON#${person}`,
  /** A change of a person, the current one too. */
  personChange: (person: EmailAddress, acceptedAt: Date, change: ChangeId): Key => ({
    pk: `PERSON#${person}`,
    sk: `CHANGE#${acceptedAt.toISOString()}#${change}`,
  }),
  /** Whom a ticket of a source was last about. */
  peopleTicket: (source: string, ticket: string): Key => ({
    pk: `PEOPLE-TICKET#${source}#${ticket}`,
    sk: 'PERSON',
  }),
  /** All steps of a change. */
  stepsOf: (change: ChangeId): string => `PERSON-CHANGE#${change}`,
  /** One step of a change in one organisation. */
  personStep: (change: ChangeId, step: StepName, organisation: OrganisationName): Key => ({
    pk: `PERSON-CHANGE#${change}`,
    sk: `STEP#${step}#${organisation}`,
  }),
  /** A file or ticket about people, and what became of it. */
  peopleBatch: (batch: BatchId): Key => ({ pk: `PEOPLE-BATCH#${batch}`, sk: 'BATCH' }),
  /** How many rows the last roster of a source had. */
  roster: (source: string): Key => ({ pk: `PEOPLE-SOURCE#${source}`, sk: 'ROSTER' }),
  /** Whom the id that a source's identity provider uses stands for. */
  provisionedPerson: (source: string, id: string): Key => ({
    pk: `PEOPLE-SOURCE#${source}`,
    sk: `PROVISIONED#${id}`,
  }),
  /** That the invitation of a person was sent once more. */
  inviteAgain: (organisation: OrganisationName, person: EmailAddress): Key => ({
    pk: `ORGANISATION#${organisation}`,
    sk: `INVITED-AGAIN#${person}`,
  }),
  /** When calls were made to the admin API of an organisation, which takes few. */
  adminCalls: (organisation: OrganisationName): Key => ({
    pk: `ORGANISATION#${organisation}`,
    sk: 'ADMIN-CALLS',
  }),
  /** The lock that makes one worker at a time the rule that lets people in or cuts them off. */
  peopleWorker: (): Key => ({ pk: 'PEOPLE-WORKER', sk: 'LOCK' }),
  /** The lock that makes one planner at a time the rule. */
  peoplePlanner: (): Key => ({ pk: 'PEOPLE-PLANNER', sk: 'LOCK' }),
  /** The lock that makes one deployer at a time the rule for an organisation's network groups. */
  groupDeployer: (organisation: OrganisationName): Key => ({
    pk: `ORGANISATION#${organisation}`,
    sk: 'GROUP-DEPLOYER',
  }),
  /** The last deployments to all firewalls of an organisation. */
  deployments: (organisation: OrganisationName): string => `DEPLOYMENTS#${organisation}`,
  /** The last deployment to one firewall. */
  deployment: (organisation: OrganisationName, firewall: FirewallUid): Key => ({
    pk: `DEPLOYMENTS#${organisation}`,
    sk: `FIREWALL#${firewall}`,
  }),
  /** The last word about every onboarding of an organisation; all of these stand together, so that they can be listed. */
  organisationOnboardings: (): string => 'ORGANISATION-ONBOARDINGS',
  /** The last word about one onboarding of an organisation. */
  organisationOnboarding: (onboarding: OnboardingId): Key => ({
    pk: 'ORGANISATION-ONBOARDINGS',
    sk: `ONBOARDING#${onboarding}`,
  }),
  /** All steps of one onboarding of an organisation. */
  onboardingSteps: (onboarding: OnboardingId): string => `ORGANISATION-ONBOARDING#${onboarding}`,
  /** One step of it about one thing, which is named by its digest: names of three things together may be long. */
  onboardingStep: (onboarding: OnboardingId, { step, subject }: OnboardingStepName): Key => ({
    pk: `ORGANISATION-ONBOARDING#${onboarding}`,
    sk: `STEP#${step}#${createHash('sha256').update(subject).digest('hex')}`,
  }),
  /** The lock that makes one rotation of a credential at a time the rule: `scc-token`, `secure-access-key`. */
  rotation: (organisation: OrganisationName, credential: string): Key => ({
    pk: `ORGANISATION#${organisation}`,
    sk: `ROTATION#${credential}`,
  }),
};
