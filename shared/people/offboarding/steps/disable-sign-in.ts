import type { OffboardingStep } from '../leaver.ts';

/** Ends sign-in, so that nothing that is taken away afterwards can be taken back by the person. */
export const disableSignIn: OffboardingStep = async ({ email, places: { directory } }, context) => {
  const person = await directory.find(email);
  switch (person.state) {
    case 'absent':
      return { result: 'not-needed', summary: 'the organisation does not list the person' };
    case 'disabled':
      return context.takenAway.signIn
        ? { result: 'done', summary: 'sign-in disabled' }
        : { result: 'already', summary: 'was disabled before' };
    case 'active':
    case 'invited': {
      await context.keep({ signIn: true });
      const outcome = await directory.disable(person);
      if (outcome.result === 'refused') return { result: 'open', summary: outcome.reason };
      return { result: 'done', summary: 'sign-in disabled' };
    }
  }
};
