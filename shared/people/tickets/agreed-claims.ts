import { parseEmailAddress } from '../email-address.ts';
import { type Refusal, refusal } from '../lifecycle/change-reading.ts';
import type { ClaimedChange } from '../lifecycle/claimed-change.ts';
import { type DateOrder, writtenMoment } from '../lifecycle/written-moment.ts';

/** What the fields and the description of a ticket say together. */
export interface AgreedClaims {
  readonly kind: 'agreed';
  readonly claims: ClaimedChange;
}

/**
 * Puts together what a ticket says in its fields and in its description. The fields count; the description adds what
 * they leave out, the time on the last day for one. Where both name an address or a day, they must name the same.
 */
export function agreedClaims(
  fields: ClaimedChange,
  described: ClaimedChange,
  dateOrder?: DateOrder,
): AgreedClaims | Refusal {
  const [inField, inText] = [fields.email, described.email].map((text) => parseEmailAddress(text ?? ''));
  if (inField && inText && inField !== inText) {
    return refusal(
      'emails-contradict',
      'Field and description of the ticket name different mail addresses. Correct one of them.',
    );
  }
  const startDay = agreedDay(fields.startDay, described.startDay, dateOrder);
  const lastDay = agreedDay(fields.lastDay, described.lastDay, dateOrder);
  if (startDay === 'contradict' || lastDay === 'contradict') {
    return refusal(
      'dates-contradict',
      'Field and description of the ticket name different days. Correct one of them.',
    );
  }
  const told = Object.fromEntries(Object.entries(fields).filter(([, text]) => text));
  return {
    kind: 'agreed',
    claims: { ...described, ...told, startDay: startDay.text, lastDay: lastDay.text },
  };
}

function agreedDay(
  inField = '',
  inText = '',
  dateOrder?: DateOrder,
): { readonly text: string } | 'contradict' {
  const [field, text] = [inField, inText].map((written) => writtenMoment(written, dateOrder));
  if (inField === '') return { text: inText };
  if (field?.kind !== 'local' || text?.kind !== 'local') return { text: inField };
  if (field.day !== text.day) return 'contradict';
  return { text: field.time === undefined ? inText : inField };
}
