import { plainLine } from '../../approvals/plain-line.ts';
import { type EmailAddress, parseEmailAddress } from '../email-address.ts';
import type { PersonName } from '../person-name.ts';
import { type Refusal, refusal } from './change-reading.ts';
import type { ClaimedChange } from './claimed-change.ts';
import { deriveEmail } from './derive-email.ts';
import type { ReadingSettings } from './reading-context.ts';

/** Who a change is about. */
export interface ClaimedIdentity {
  readonly email: EmailAddress;
  readonly emailOrigin: 'stated' | 'derived';
}

/** The address that is told, or else the one that the configured template makes of the name. */
export function claimedIdentity(
  claims: ClaimedChange,
  { emailTemplate, umlauts }: Pick<ReadingSettings, 'emailTemplate' | 'umlauts'>,
): ClaimedIdentity | Refusal {
  if (claims.email) {
    const email = parseEmailAddress(claims.email);
    return email
      ? { email, emailOrigin: 'stated' }
      : refusal(
          'email-unreadable',
          'What stands for the mail address is none: one like ada@corp.example is expected.',
        );
  }
  if (emailTemplate === undefined) {
    return refusal(
      'email-missing',
      'No mail address at work is told. Add one, or configure people.emailTemplate to make it from the name.',
    );
  }
  const email = deriveEmail(emailTemplate, claims, umlauts);
  return email
    ? { email, emailOrigin: 'derived' }
    : refusal(
        'email-not-derivable',
        `No mail address is told, and none can be made from ${emailTemplate}: a part of it is missing, or has letters that no rule writes in ASCII. Add the address.`,
      );
}

const longestName = 100;

/** The name, as far as it is told. The first word of a whole name counts as given. */
export function claimedName(claims: ClaimedChange): PersonName | undefined {
  const [given, family] = [claims.firstName, claims.lastName].map((text) =>
    plainLine(text ?? '', longestName),
  );
  if (given && family) return { given, family };
  const [first = '', ...others] = plainLine(claims.fullName ?? '', longestName).split(' ');
  if (first !== '' && others.length > 0) return { given: first, family: others.join(' ') };
  return undefined;
}

/**
 * A name to show where none is told: an invitation needs one, and whoever is invited can change it.
 * `zoe.mueller@…` is shown as Zoe Mueller, `bjensen@…` as Bjensen Bjensen.
 */
export function nameFromEmail(email: EmailAddress): PersonName {
  const words = email
    .slice(0, email.indexOf('@'))
    .split(/[._+-]+/)
    .filter((word) => word !== '')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  const given = words[0] ?? email;
  return { given, family: words.slice(1).join(' ') || given };
}
