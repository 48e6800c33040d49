import type { OrganisationName } from '../../config/names.ts';
import { OutcomeUnknown } from '../../errors/outcome-unknown.ts';
import type { Clock } from '../../time/clock.ts';
import type { PeopleChanges } from '../changes/people-changes.ts';
import type { PersonChange } from '../changes/person-change.ts';
import type { Directory, InvitedPerson } from '../directory.ts';
import type { EmailAddress } from '../email-address.ts';
import type { InvitationsSentAgain } from './invitations-sent-again.ts';
import { invitedAt } from './invited-at.ts';

const millisecondsPerDay = 86_400_000;

/** Somebody who was invited days ago and has not accepted. */
export interface OpenInvitation {
  readonly email: EmailAddress;
  /** Missing where the directory does not tell. */
  readonly invitedAt?: Date | undefined;
  readonly sentAgain: boolean;
}

export interface InvitationPorts {
  readonly directory: Pick<Directory, 'people' | 'inviteAgain'>;
  readonly changes: Pick<PeopleChanges, 'find'>;
  readonly sentAgain: InvitationsSentAgain;
  readonly clock: Clock;
}

/**
 * Finds out who has not accepted their invitation for some days, and sends each invitation once more. Only those whom we
 * have let in are written to: whom somebody else has invited, or who is to leave by now, is reported and left alone.
 * @throws what the directory throws; whoever was written to by then is not written to again
 */
export async function checkInvitations(
  organisation: OrganisationName,
  { remindAfterDays }: { readonly remindAfterDays: number },
  ports: InvitationPorts,
): Promise<OpenInvitation[]> {
  const people = await ports.directory.people();
  const late = ports.clock.now().getTime() - remindAfterDays * millisecondsPerDay;
  const open: OpenInvitation[] = [];
  for (const person of people) {
    if (person.state !== 'invited') continue;
    const change = await ports.changes.find(person.email);
    const since = invitedAt(person, change);
    if (since && since.getTime() > late) continue;
    const isOurs = since !== undefined && change !== undefined && hasLetIn(change);
    const reminder = isOurs ? await remind(organisation, person, change, ports) : 'not-ours';
    if (reminder === 'accepted') continue;
    open.push({ email: person.email, invitedAt: since, sentAgain: reminder === 'sent' });
  }
  return open;
}

function hasLetIn({ request, standing: { state } }: PersonChange): boolean {
  return request.kind === 'onboard' && (state === 'done' || state === 'incomplete');
}

/** `sent`: once more, now or on a day before. */
async function remind(
  organisation: OrganisationName,
  person: InvitedPerson,
  { changeId }: PersonChange,
  { directory, sentAgain }: InvitationPorts,
): Promise<'sent' | 'not-sent' | 'accepted'> {
  const claim = await sentAgain.claim(organisation, person.email, changeId);
  if (claim === 'claimed-before') return 'sent';
  try {
    const { result } = await directory.inviteAgain(person);
    if (result === 'changed') return 'sent';
    if (result === 'already') return 'accepted';
  } catch (error) {
    // It may have been sent, and nothing would show it: a second one would be one too many.
    if (error instanceof OutcomeUnknown) return 'sent';
    await sentAgain.giveBack(organisation, person.email);
    throw error;
  }
  await sentAgain.giveBack(organisation, person.email);
  return 'not-sent';
}
