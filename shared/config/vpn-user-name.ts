import { z } from 'zod';

/**
 * How a person is called where they log in to a VPN. It must name the person: a fixed text would end somebody
 * else's sessions.
 */
export const vpnUserNameSchema = z
  .string()
  .max(100)
  .regex(/^[A-Za-z0-9 ._@\\-]*\{(?:email|mailbox)\}[A-Za-z0-9 ._@\\-]*$/, {
    error: 'a name with {email} or {mailbox} (what is before the @) in it, such as CORP\\{mailbox}',
  })
  .brand<'VpnUserName'>();

export type VpnUserName = z.infer<typeof vpnUserNameSchema>;
