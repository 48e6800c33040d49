import { z } from 'zod';

/**
 * What XDR may say of an observable, in the order of the vendor's numbers from 1 on. It is also the order in which
 * private intelligence settles judgements of the same priority: clean wins.
 * @see https://github.com/threatgrid/ctim
 */
export const dispositions = ['clean', 'malicious', 'suspicious', 'common', 'unknown'] as const;

export type Disposition = (typeof dispositions)[number];

/**
 * Reads the number, which is always there; the name beside it is not. A number that is not documented is read as
 * `unknown`, which vouches for nothing.
 */
export const dispositionSchema = z
  .number()
  .transform((number): Disposition => dispositions[number - 1] ?? 'unknown');

/** The vendor's number, from 1 to 5. */
export function dispositionNumber(disposition: Disposition): number {
  return dispositions.indexOf(disposition) + 1;
}
