import { counted } from '../../approvals/counted.ts';
import type { InvitationsOpen } from '../../events/people-results.ts';
import { line } from './line.ts';
import type { Notice } from './notice.ts';

/** A message is no list to work through: the event and the console have all of them. */
const mostNamed = 20;

/** Who was invited and has not accepted. */
export function noticeOfInvitations({ organisation, invitations, count }: InvitationsOpen): Notice {
  const named = invitations.slice(0, mostNamed);
  return {
    title: `${counted(count, 'invitation', 'invitations')} to ${organisation} not accepted`,
    lines: named.map(({ email, invitedAt, sentAgain }) =>
      line(
        `${email}${invitedAt === undefined ? '' : `, invited ${invitedAt.slice(0, 'yyyy-mm-dd'.length)}`}${sentAgain ? ', sent once more' : ''}`,
      ),
    ),
    notShown: count - named.length,
    facts: [{ label: 'Organisation', text: organisation }],
    nextSteps: ['Only they can accept. Ask them to look for the e-mail of Security Cloud Control.'],
  };
}
