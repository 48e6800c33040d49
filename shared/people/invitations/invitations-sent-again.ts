import type { OrganisationName } from '../../config/names.ts';
import type { ChangeId } from '../changes/change-id.ts';
import type { EmailAddress } from '../email-address.ts';

/** Remembers whose invitation was sent once more, so that nobody gets a third. */
export interface InvitationsSentAgain {
  /** Claims the one repetition that an onboarding has in an organisation; durable before anything is sent. */
  claim(
    organisation: OrganisationName,
    person: EmailAddress,
    onboarding: ChangeId,
  ): Promise<'claimed' | 'claimed-before'>;
  /** Gives a claim back: nothing was sent. */
  giveBack(organisation: OrganisationName, person: EmailAddress): Promise<void>;
}
