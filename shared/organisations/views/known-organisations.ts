import { onboardingIdOf } from '../onboarding/onboarding-id.ts';
import type { OnboardingRecord } from '../orders/onboarding-record.ts';
import type { Organisation } from '../organisation.ts';
import type { KnownOrganisation } from './organisation-view.ts';

/** What the platform lists and what was asked for as one list, by name. */
export function knownOrganisations(
  organisations: readonly Organisation[],
  records: readonly OnboardingRecord[],
): KnownOrganisation[] {
  const asked = new Map(records.map((record) => [record.onboarding, record]));
  const there = organisations.map((organisation) => {
    const { name } = organisation;
    return { name, organisation, record: asked.get(onboardingIdOf(name)) };
  });
  const names = new Set(organisations.map(({ name }) => onboardingIdOf(name)));
  const missing = records
    .filter(({ onboarding }) => !names.has(onboarding))
    .map((record) => ({ name: record.name, organisation: undefined, record }));
  return [...there, ...missing].toSorted((one, other) => one.name.localeCompare(other.name, 'en'));
}
