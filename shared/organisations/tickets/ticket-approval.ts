import { RefusedInput } from '../../errors/refused-input.ts';

/** Why nothing is done about a ticket. */
export type IdleReason = 'not-approved' | 'already-closed' | 'deleted';

/** Whether somebody has approved a ticket, and what it then says. */
export type TicketApproval =
  | {
      readonly kind: 'approved';
      readonly number: string;
      /** Its labelled lines, as plain text. */
      readonly text: string;
      readonly requestedBy: string | undefined;
    }
  | { readonly kind: 'idle'; readonly number: string; readonly reason: IdleReason };

/** @param place where the number should stand */
export function missingTicketNumber(place: string): RefusedInput {
  return new RefusedInput(
    `The body holds no number of a ticket at ${place}. Correct the mapping or the body.`,
  );
}
