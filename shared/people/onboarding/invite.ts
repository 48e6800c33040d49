import type { ChangeOutcome } from '../change-outcome.ts';
import type { StepResult } from '../working/step.ts';
import type { Joiner } from './joiner.ts';

/**
 * Invites whoever is not listed, and lets back in whoever is disabled: they have come back. A lost answer is settled
 * by looking again, so nobody is invited twice.
 */
export async function invite({ request, places: { directory } }: Joiner): Promise<StepResult> {
  const person = await directory.find(request.email);
  switch (person.state) {
    case 'absent': {
      const { given: firstName, family: lastName } = request.name;
      return resultOf(await directory.invite(person, { firstName, lastName }), 'invited');
    }
    case 'disabled':
      return resultOf(
        await directory.enable(person),
        'was disabled and can sign in again, with the groups and roles that were left',
      );
    case 'invited':
      return { result: 'already', summary: 'is invited' };
    case 'active':
      return { result: 'already', summary: 'is there and can sign in' };
  }
}

function resultOf(outcome: ChangeOutcome, done: string): StepResult {
  switch (outcome.result) {
    case 'changed':
      return { result: 'done', summary: done };
    case 'already':
      return { result: 'already', summary: done };
    case 'refused':
      return { result: 'open', summary: outcome.reason };
  }
}
