import type { ChangeOutcome } from '../../../people/change-outcome.ts';
import type { Directory, Person, PresentPerson } from '../../../people/directory.ts';
import type { EmailAddress } from '../../../people/email-address.ts';
import type { AuthorisedPlatformClient } from '../authorised-client.ts';
import { itemResult } from '../item-result.ts';
import { settledChange } from '../settled-change.ts';
import { changeUsers, type UserChange } from './change-users.ts';
import { mostPresent } from './most-present.ts';
import { peopleListed } from './people-listed.ts';

/**
 * The users of a Security Cloud Control organisation as a directory. The platform finds nobody by e-mail address: each
 * look is at the whole list, one request for somebody who is in it, up to four for somebody who is not.
 */
export function platformDirectory(client: AuthorisedPlatformClient): Directory {
  return {
    async people() {
      const byAddress = new Map<EmailAddress, PresentPerson[]>();
      for await (const people of peopleListed(client)) {
        for (const person of people)
          byAddress.set(person.email, [...(byAddress.get(person.email) ?? []), person]);
      }
      return [...byAddress.values()].map(mostPresent).filter((person) => person !== undefined);
    },
    find,
    invite: ({ email }, { firstName, lastName }) =>
      changed(
        { operation: 'invite', email, firstName, lastName },
        email,
        (found) => found.state !== 'absent',
      ),
    inviteAgain: ({ email, listedAs }) =>
      changed(
        { operation: 'resend_email_invite', email: listedAs },
        email,
        ({ state }) => state === 'active',
      ),
    disable: ({ email, listedAs }) =>
      changed(
        { operation: 'disable', email: listedAs },
        email,
        ({ state }) => state === 'disabled' || state === 'absent',
      ),
    enable: ({ email, listedAs }) =>
      changed(
        { operation: 'enable', email: listedAs },
        email,
        ({ state }) => state === 'active' || state === 'invited',
      ),
    remove: ({ email, listedAs }) =>
      changed({ operation: 'remove', email: listedAs }, email, ({ state }) => state === 'absent'),
  };

  async function find(email: EmailAddress): Promise<Person> {
    for await (const people of peopleListed(client)) {
      const found = mostPresent(people.filter((person) => person.email === email));
      if (found) return found;
    }
    return { state: 'absent', email };
  }

  function changed(
    change: UserChange,
    email: EmailAddress,
    isWished: (found: Person) => boolean,
  ): Promise<ChangeOutcome> {
    return settledChange(
      async () => (await changeUsers(client, [change]))[0] ?? itemResult(undefined),
      async () => isWished(await find(email)),
    );
  }
}
