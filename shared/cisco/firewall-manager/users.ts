import { z } from 'zod';
import { GiveUp } from '../../errors/give-up.ts';
import { type EmailAddress, parseEmailAddress } from '../../people/email-address.ts';
import type { ProductAccount, ProductAccounts } from '../../people/product-accounts.ts';
import { pathSegment } from '../http/path-segment.ts';
import type { FirewallManagerClient } from './authorised-client.ts';
import { readPages } from './read-pages.ts';
import type { FirewallManagerRole } from './roles.ts';

/** Largest page of people; that of API-only users is larger. */
const largestPage = 50;

const words = z.string().optional().catch(undefined);

/** `name` is on its way out, `emailAddress` in its place. */
const userSchema = z.object({
  uid: z.string().min(1),
  name: words,
  emailAddress: words,
  roles: z.array(z.string()).default([]),
  apiOnlyUser: z.boolean().default(false),
});

type User = z.infer<typeof userSchema>;

/**
 * People in Firewall Manager, for the token of a super-admin. API-only users are never among them. There is no
 * disabling and no change of a role: an account is there or not. Deleting it leaves the person everything else in
 * Security Cloud Control.
 * @see https://developer.cisco.com/docs/cisco-defense-orchestrator/getting-started
 */
export function firewallManagerUsers(client: FirewallManagerClient): ProductAccounts<FirewallManagerRole> {
  return {
    async find(email) {
      const people = await readPages(client, 'v1/users', userSchema, largestPage);
      const [found, another] = people.filter((user) => !user.apiOnlyUser && isUserOf(email, user));
      if (another) {
        throw new GiveUp(
          `Firewall Manager has more than one user with the address ${email}. Delete all but one under Settings > User Management.`,
        );
      }
      return found && accountOf(email, found);
    },
    async create({ email, role, name }) {
      const call = {
        method: 'POST',
        path: 'v1/users',
        json: {
          name: email,
          role,
          apiOnlyUser: false,
          ...(name && { firstName: name.given, lastName: name.family }),
        },
        repetition: 'once',
        expected: [200, 201],
      } as const;
      return accountOf(email, await client.send(call, userSchema));
    },
    async delete({ id }) {
      const call = {
        method: 'DELETE',
        path: `v1/users/${pathSegment(id)}`,
        repetition: 'repeatable',
        // Deletes are documented as idempotent, and yet 404 would be no failure.
        expected: [200, 204, 404],
      } as const;
      await client.send(call, z.unknown());
    },
  };
}

function isUserOf(email: EmailAddress, { name, emailAddress }: User): boolean {
  return [name, emailAddress].some((text) => text !== undefined && parseEmailAddress(text) === email);
}

function accountOf(email: EmailAddress, { uid, roles }: User): ProductAccount {
  return { id: uid, email, roles };
}
