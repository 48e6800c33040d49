import type { OrganisationName } from '../../config/names.ts';
import { nextStepsOf } from '../onboarding/onboarding-result.ts';
import { onboardingSteps, type StepRecord } from '../onboarding/step-record.ts';
import type { OnboardingRecord } from '../orders/onboarding-record.ts';
import type { Organisation, OrganisationId } from '../organisation.ts';
import { configurationEntry } from './configuration-entry.ts';

/** What is known of one name: the organisation as the platform tells it, and what was asked for. */
export interface KnownOrganisation {
  readonly name: string;
  readonly organisation: Organisation | undefined;
  readonly record: OnboardingRecord | undefined;
}

/** The organisations of the configuration, by their ids in the cloud. */
export type ConfiguredOrganisations = ReadonlyMap<OrganisationId, OrganisationName>;

/** One organisation in a list. */
export function organisationLine(
  { name, organisation, record }: KnownOrganisation,
  configured: ConfiguredOrganisations,
) {
  return {
    name,
    ...(organisation && aboutOrganisation(organisation, configured)),
    ...(record && { onboarding: { state: record.standing.state, at: record.at.toISOString() } }),
  };
}

/** One organisation with all that is known, and with what a person has to do next. */
export function organisationView(
  known: KnownOrganisation & { readonly steps: readonly StepRecord[] },
  configured: ConfiguredOrganisations,
  taken: readonly string[],
) {
  const { name, organisation, record, steps } = known;
  const isMissing =
    organisation !== undefined && organisation.kind !== 'manager' && !configured.has(organisation.id);
  return {
    name,
    ...(organisation && aboutOrganisation(organisation, configured)),
    ...(record && { onboarding: onboardingView(record, steps) }),
    ...(isMissing && {
      nextSteps: nextStepsOf(organisation),
      addToConfiguration: { organisations: configurationEntry(organisation, taken) },
    }),
  };
}

function aboutOrganisation({ id, region, kind }: Organisation, configured: ConfiguredOrganisations) {
  return { id, region, kind, configuredAs: configured.get(id) };
}

function onboardingView(record: OnboardingRecord, steps: readonly StepRecord[]) {
  const { requestId, ticket, requestedBy, region, at, standing } = record;
  return {
    state: standing.state,
    at: at.toISOString(),
    requestId,
    ticket,
    requestedBy,
    region,
    ...('problem' in standing && { problem: standing.problem }),
    leftForPerson: 'leftForPerson' in standing ? standing.leftForPerson : [],
    waitingFor: 'waitingFor' in standing ? standing.waitingFor : [],
    steps: steps.toSorted(inOrder).map(stepView),
  };
}

function inOrder(one: StepRecord, other: StepRecord): number {
  return (
    onboardingSteps.indexOf(one.step) - onboardingSteps.indexOf(other.step) ||
    one.beganAt.getTime() - other.beganAt.getTime()
  );
}

function stepView({ step, subject, result, beganAt, endedAt, summary }: StepRecord) {
  return {
    step,
    subject,
    result,
    summary,
    beganAt: beganAt.toISOString(),
    endedAt: endedAt?.toISOString(),
  };
}
