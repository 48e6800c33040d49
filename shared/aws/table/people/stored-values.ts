import { z } from 'zod';
import { type EmailAddress, parseEmailAddress } from '../../../people/email-address.ts';

/** A moment, kept as text. */
export const storedMoment = z.codec(z.iso.datetime(), z.date(), {
  decode: (text) => new Date(text),
  encode: (moment) => moment.toISOString(),
});

/** An address is kept in its canonical spelling, so that it is the same in both directions. */
export const storedEmailAddress = z.custom<EmailAddress>(
  (value) => typeof value === 'string' && parseEmailAddress(value) === value,
  { error: 'a mail address in its canonical spelling' },
);
