import type { ShownOrganisation, ShownOrganisations, ShownTaking } from './organisation-answers.ts';

/** Every organisation, one line each. */
export function describeOrganisations({ organisations, isComplete }: ShownOrganisations): string[] {
  if (organisations.length === 0) return ['no organisation'];
  return [
    ...organisations.map((organisation) => {
      const { onboarding } = organisation;
      return `${describeName(organisation)}${onboarding ? `: ${onboarding.state}, ${shown(onboarding.at)}` : ''}`;
    }),
    ...(isComplete ? [] : ['There may be more: the platform shows only so many at once.']),
  ];
}

/** One organisation: how it stands, every step, and what a person has to do. */
export function describeOrganisation(organisation: ShownOrganisation): string[] {
  const { onboarding, nextSteps, addToConfiguration } = organisation;
  return [
    describeName(organisation),
    ...(onboarding ? describeOnboarding(onboarding) : ['  nobody has asked for it here']),
    ...(nextSteps.length > 0 ? ['for a person, so that blocks reach it:'] : []),
    ...nextSteps.map((step, index) => `  ${index + 1}. ${step}`),
    ...(addToConfiguration ? describeEntry(addToConfiguration.organisations) : []),
  ];
}

/** That an order was taken; what becomes of it is shown by name. */
export function describeTaking({ requestId, readAs }: ShownTaking): string[] {
  return [
    `accepted: ${readAs.name} in ${readAs.region}`,
    `request ${requestId}`,
    `See how far it is with: organisations show ${JSON.stringify(readAs.name)}`,
  ];
}

type NamedOrganisation = Pick<ShownOrganisation, 'name' | 'id' | 'region' | 'kind' | 'configuredAs'>;

function describeName({ name, id, region, kind, configuredAs }: NamedOrganisation): string {
  if (id === undefined) return `${name} (not there)`;
  const about = [id, kind, region, configuredAs && `configured as ${configuredAs}`];
  return `${name} (${about.filter((word) => word !== undefined).join(', ')})`;
}

const widestResult = 'already'.length;

function describeOnboarding(onboarding: NonNullable<ShownOrganisation['onboarding']>): string[] {
  const { state, at, ticket, requestedBy, problem, leftForPerson, waitingFor, steps } = onboarding;
  const asked = [ticket && `ticket ${ticket}`, requestedBy && `asked for by ${requestedBy}`];
  return [
    `  ${[state, shown(at), ...asked].filter((word) => word !== undefined).join(', ')}`,
    ...(problem === undefined ? [] : [`  ${problem}`]),
    ...steps.map(
      ({ step, subject, result, summary }) =>
        `  ${result.padEnd(widestResult)}  ${step} ${subject}${summary === '' ? '' : `: ${summary}`}`,
    ),
    ...waitingFor.map((what) => `  waits for ${what}`),
    ...leftForPerson.map(({ step, subject, reason }) => `  for a person  ${step} ${subject}: ${reason}`),
  ];
}

/** Ready to be pasted. */
function describeEntry(organisations: Readonly<Record<string, unknown>>): string[] {
  const lines = JSON.stringify(organisations, undefined, 2).split('\n').slice(1, -1);
  return ['Add to "organisations" of the configuration:', ...lines];
}

function shown(at: Date): string {
  return at.toISOString().slice(0, 16).replace('T', ' ').concat(' UTC');
}
