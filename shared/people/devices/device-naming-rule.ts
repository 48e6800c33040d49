import { z } from 'zod';
import type { EmailAddress } from '../email-address.ts';

/**
 * How an organisation names the devices of a person. `{mailbox}` stands for what is before the `@` of the e-mail
 * address, `#` for one or more digits, everything else for itself; upper and lower case are one.
 * A rule that could take somebody else's device for this person's is refused: without `{mailbox}` it would fit
 * everybody, and with a digit or a letter beside it `ann` would own the devices of `joann` or `ann1`. It does not tell
 * `ann` of one domain from `ann` of another: an organisation that has both needs another rule.
 */
export const deviceNamingRuleSchema = z
  .string()
  .max(100)
  .regex(/^[A-Za-z0-9 ._#-]*(?:\{mailbox\})[A-Za-z0-9 ._#-]*$/, {
    error:
      'a naming rule has {mailbox} once, and beside it letters, digits, spaces and . _ - #, such as LT-{mailbox}-#',
  })
  .regex(/(?:^|[ ._-])\{mailbox\}(?:$|[ ._-])/, {
    error:
      'beside {mailbox} stands the end of the name or one of . _ - or a space: else another person may fit too',
  })
  .brand<'DeviceNamingRule'>()
  .describe(
    "Names of a person's devices: {mailbox} is the e-mail address before its @, # is a number. Example: LT-{mailbox}-#.",
  );

export type DeviceNamingRule = z.infer<typeof deviceNamingRuleSchema>;

/** The devices that bear this person's name by the rule, and no others. */
export function devicesNamedAfter<Named extends { readonly name: string }>(
  person: EmailAddress,
  rule: DeviceNamingRule,
  devices: readonly Named[],
): Named[] {
  const mailbox = person.slice(0, person.lastIndexOf('@'));
  const source = rule.split(/(\{mailbox\}|#)/).map((part) => {
    if (part === '{mailbox}') return literally(mailbox);
    return part === '#' ? '[0-9]+' : literally(part);
  });
  const pattern = new RegExp(`^${source.join('')}$`, 'i');
  return devices.filter(({ name }) => pattern.test(name));
}

/** The text of a regular expression that matches just this text. */
function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
