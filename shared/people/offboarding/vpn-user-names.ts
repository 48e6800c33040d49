import type { VpnUserName } from '../../config/vpn-user-name.ts';
import { GiveUp } from '../../errors/give-up.ts';
import { isNonEmpty, type NonEmptyArray } from '../../non-empty.ts';
import type { EmailAddress } from '../email-address.ts';
import { type UserName, userNameSchema } from '../user-name.ts';

/**
 * How a person is called where they log in to a VPN, by what is configured.
 * @throws GiveUp when none of it is a name that can be sent: nobody's sessions are ended then
 */
export function vpnUserNamesOf(
  email: EmailAddress,
  templates: readonly VpnUserName[],
): NonEmptyArray<UserName> {
  const mailbox = email.slice(0, email.lastIndexOf('@'));
  const names = templates.flatMap((template) => {
    // By functions: in a text that replaces, a dollar sign of the address would mean something else.
    const text = template.replaceAll('{email}', () => email).replaceAll('{mailbox}', () => mailbox);
    return userNameSchema.safeParse(text).data ?? [];
  });
  const different = [...new Set(names)];
  if (isNonEmpty(different)) return different;
  throw new GiveUp(
    'None of the names in people.vpnUserNames can be made from the address of this person. Add a form that fits, or end their VPN sessions in the console.',
  );
}
