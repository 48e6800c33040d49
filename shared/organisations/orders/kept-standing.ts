import type { OnboardingStanding } from './onboarding-record.ts';

/** A row takes 400 KB, an event less; an order may ask for thousands of things, and each may fail with many words. */
const mostMattersKept = 150;
const longestReason = 900;

/** How an onboarding stands as far as a row takes it. What is left out stands in the journal, step by step. */
export function keptStanding(standing: OnboardingStanding): OnboardingStanding {
  switch (standing.state) {
    case 'under-way':
      return {
        ...standing,
        leftForPerson: shortened(standing.leftForPerson),
        waitingFor: standing.waitingFor.slice(0, mostMattersKept).map(short),
      };
    case 'incomplete':
      return { ...standing, leftForPerson: shortened(standing.leftForPerson) };
    case 'blocked':
    case 'refused':
      return { ...standing, problem: short(standing.problem) };
    case 'onboarded':
      return standing;
  }
}

function shortened<Matter extends { readonly reason: string }>(matters: readonly Matter[]): Matter[] {
  return matters.slice(0, mostMattersKept).map((matter) => ({ ...matter, reason: short(matter.reason) }));
}

function short(text: string): string {
  return text.length <= longestReason ? text : `${text.slice(0, longestReason)}…`;
}
