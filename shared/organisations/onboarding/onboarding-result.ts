import type { Organisation } from '../organisation.ts';
import type { StepName } from './step-record.ts';

/** Something that no call can do, or that was refused. */
export interface LeftForPerson extends StepName {
  /** What was found, and what a person can do about it. */
  readonly reason: string;
}

/** How far an onboarding has come. */
export interface OnboardingResult {
  readonly organisation: Organisation;
  readonly leftForPerson: readonly LeftForPerson[];
  /** What takes its time: products that are being set up, and what waits for them. Empty: it is finished. */
  readonly waitingFor: readonly string[];
}

/** How long to wait until a look at what is being set up is worth while, in seconds. */
export const lookAgainAfterSeconds = 60;

/** What is left for a person in any case: credentials are made in the console alone. */
export function nextStepsOf({ id, name }: Organisation): readonly string[] {
  return [
    `In the console of ${name}, under Platform Management > API Keys, make an API key with the role Organization Administrator; no call can.`,
    `Add ${name} to the organisations of the configuration, with securityCloudControl.organizationId ${id}, and deploy.`,
    'Store the key with: npm run cli -- credentials set <organisation>/scc-api-key',
  ];
}
