import { z } from 'zod';
import { recogniseEmailAddress } from '../iocs/parsing/email-address.ts';

/** RFC 5321 lets an address have 254 characters. */
const longestAddressCharacters = 254;

/**
 * Who a person is, for every cloud: a mail address in its one canonical spelling, lower case, the domain in punycode.
 * Never empty, so that no call about a person can turn into a call about everybody.
 */
export const emailAddressSchema = z
  .string()
  .max(longestAddressCharacters)
  .transform((text, context) => {
    const address = canonical(text);
    if (address !== undefined) return address;
    context.addIssue({
      code: 'custom',
      input: text,
      message: 'a mail address such as ada.byron@corp.example',
    });
    return z.NEVER;
  })
  .brand<'EmailAddress'>();

export type EmailAddress = z.infer<typeof emailAddressSchema>;

/** Reads one mail address; `undefined` for anything else, such as `Ada <ada@corp.example>` or two of them. */
export function parseEmailAddress(text: string): EmailAddress | undefined {
  return emailAddressSchema.safeParse(text).data;
}

/** A domain of one label is left out: nobody is reached there by mail, and it is mostly a truncated cell. */
function canonical(text: string): string | undefined {
  const address = recogniseEmailAddress(text.trim());
  return address?.slice(address.indexOf('@')).includes('.') ? address : undefined;
}
