import { notListed, type UndoStep } from '../former-leaver.ts';

/** Lets the person sign in again, if they could before. */
export const enableSignIn: UndoStep = async ({ request, places: { directory }, taken }) => {
  if (!taken.signIn) return { result: 'not-needed', summary: 'sign-in was not taken away' };
  const person = await directory.find(request.email);
  switch (person.state) {
    case 'absent':
      return notListed;
    case 'active':
    case 'invited':
      return { result: 'already', summary: `is ${person.state}` };
    case 'disabled': {
      const outcome = await directory.enable(person);
      if (outcome.result === 'refused') return { result: 'open', summary: outcome.reason };
      return { result: 'done', summary: 'sign-in enabled' };
    }
  }
};
