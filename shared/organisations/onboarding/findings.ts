import type { LeftForPerson } from './onboarding-result.ts';
import type { StepName } from './step-record.ts';

/** What one run finds that it cannot finish, gathered so that one refusal does not hide the others. */
export class Findings {
  readonly leftForPerson: LeftForPerson[] = [];
  readonly waitingFor: string[] = [];

  leave({ step, subject }: StepName, reason: string): void {
    this.leftForPerson.push({ step, subject, reason });
  }

  waitFor(what: string): void {
    this.waitingFor.push(what);
  }
}
