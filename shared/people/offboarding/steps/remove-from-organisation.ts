import type { OffboardingStep } from '../leaver.ts';

/** Takes the person out of the organisation for good. Somebody who was enabled again meanwhile is left alone. */
export const removeFromOrganisation: OffboardingStep = async ({ email, places: { directory } }, context) => {
  const person = await directory.find(email);
  switch (person.state) {
    case 'absent':
      return context.isResumed
        ? { result: 'done', summary: 'removed from the organisation' }
        : { result: 'already', summary: 'the organisation does not list the person' };
    case 'active':
    case 'invited':
      return {
        result: 'open',
        summary:
          'The person was enabled again since, so that nobody is removed. If they are back, undo or forget this change; if not, disable them in the console: the removal is tried again.',
      };
    case 'disabled': {
      const outcome = await directory.remove(person);
      if (outcome.result === 'refused') return { result: 'open', summary: outcome.reason };
      const now = await directory.find(email);
      if (now.state === 'absent') return { result: 'done', summary: 'removed from the organisation' };
      return {
        result: 'open',
        summary: 'The removal was answered with success, and the person is still listed.',
      };
    }
  }
};
