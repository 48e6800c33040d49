import type { PersonChange } from '../changes/person-change.ts';
import type { InvitedPerson } from '../directory.ts';

/**
 * When somebody was invited, as far as that is known: since when the directory lists them so, or when they were onboarded
 * here if that was earlier, since sending an invitation again may begin its time anew.
 */
export function invitedAt(person: InvitedPerson, change: PersonChange | undefined): Date | undefined {
  const onboardedAt =
    change?.request.kind === 'onboard' && change.standing.state === 'done' ? change.standing.at : undefined;
  const known = [person.since, onboardedAt].filter((at) => at !== undefined);
  return known.toSorted((one, other) => one.getTime() - other.getTime())[0];
}
