import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { disconnectBody, disconnectUsers } from '#shared/cisco/secure-access/vpn/disconnect-users.ts';
import { vpnSessions } from '#shared/cisco/secure-access/vpn/vpn-sessions.ts';
import { RefusedInput } from '#shared/errors/refused-input.ts';
import type { NonEmptyArray } from '#shared/non-empty.ts';
import { endSessions } from '#shared/people/sessions/end-sessions.ts';
import type { UserName } from '#shared/people/user-name.ts';
import { type PacedOrganisation, startPacedOrganisation } from '../paced-organisation.ts';

/** What code without types could hand over. */
function untyped(users: readonly string[]): NonEmptyArray<UserName> {
  // The point of these tests is what happens when the types are passed by.
  return users as readonly unknown[] as NonEmptyArray<UserName>;
}

async function organisationWithConnections(): Promise<PacedOrganisation> {
  const organisation = await startPacedOrganisation();
  for (const name of ['ada', 'bob', 'eve']) {
    organisation.control.people.connect({ username: `${name}@acme.example` });
  }
  return organisation;
}

const sent = ({ control }: PacedOrganisation) => control.requests({ method: 'PUT' });

describe('a disconnect without a target', () => {
  it('would cut everybody off', async () => {
    const organisation = await organisationWithConnections();
    await organisation.paced.send({
      method: 'PUT',
      path: '/admin/v2/vpn/userConnections',
      json: { action: 'disconnect' },
      scope: 'admin.vpn:write',
      repetition: 'once',
    });
    expect(organisation.control.people.state().vpnConnections).toEqual([]);
  });

  it('is refused by the types', () => {
    // @ts-expect-error an empty list is no target
    expect(() => disconnectBody([])).toThrow(RefusedInput);
    // @ts-expect-error a text that nobody has checked is no user name
    expect(disconnectBody(['ada@acme.example'])).toMatchObject({ usernames: ['ada@acme.example'] });
    // @ts-expect-error nobody is no target
    expect(() => disconnectBody()).toThrow();
  });

  it.each([
    ['no user', []],
    ['an empty name', ['']],
    ['an empty name among others', ['ada@acme.example', ' ']],
    ['more users than fit', Array.from({ length: 501 }, () => 'ada@acme.example')],
  ])('is not sent where the types are passed by: %s', async (_said, users) => {
    const organisation = await organisationWithConnections();
    await expect(disconnectUsers(organisation.paced, untyped(users))).rejects.toThrow(RefusedInput);
    expect(organisation.calls()).toEqual([]);
  });

  it('is never built, whatever is handed over', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (users) => {
        try {
          const { usernames } = disconnectBody(untyped(users));
          expect(usernames.length).toBeGreaterThan(0);
          expect(usernames.every((name) => name.trim() !== '')).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(RefusedInput);
        }
      }),
    );
  });

  it('is not what comes of ending the sessions of nobody', async () => {
    const organisation = await organisationWithConnections();
    const place = vpnSessions(organisation.paced);
    await endSessions(untyped([]), place, { sleep: organisation.time.sleep });
    expect(sent(organisation)).toEqual([]);
    expect(organisation.control.people.state().vpnConnections).toHaveLength(3);
  });
});
