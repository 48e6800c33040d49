import { type Recognised, recogniseAddress } from '../../parsing/address.ts';
import { rememberAnswers } from '../remember-answers.ts';
import { withPlainDots } from '../surroundings.ts';

/** The address that a text is, disarmed dots or not; `undefined` when it is none. */
export const addressOf: (written: string) => Recognised<'ipv4' | 'ipv6'> | undefined = rememberAnswers(
  (written) => recogniseAddress(withPlainDots(written)),
);
