import type { ChangeOutcome } from '#shared/people/change-outcome.ts';
import { directoryIdSchema, type Person, type PresentPerson } from '#shared/people/directory.ts';
import { emailAddressSchema } from '#shared/people/email-address.ts';
import { type Group, groupIdSchema } from '#shared/people/groups.ts';
import type { OffboardingPlaces } from '#shared/people/offboarding/offboarding-places.ts';
import type { ProductAccount } from '#shared/people/product-accounts.ts';
import { type Role, roleIdSchema } from '#shared/people/roles.ts';
import { userNameSchema } from '#shared/people/user-name.ts';

export const ada = emailAddressSchema.parse('ada@corp.example');

const changed: ChangeOutcome = { result: 'changed' };

export const group = <By extends Group['membersManagedBy']>(name: string, membersManagedBy: By) => ({
  id: groupIdSchema.parse(`group-${name}`),
  name,
  membersManagedBy,
});

export const role = (displayName: string): Role => ({
  id: roleIdSchema.parse(`role-${displayName}`),
  displayName,
  products: ['Firewall'],
});

/** One organisation in which Ada is everywhere, kept in memory; `effects` are the changes that took effect, in order. */
export class InMemoryPlaces {
  state: PresentPerson['state'] | 'absent' = 'active';
  groups: Group[] = [group('A', 'us'), group('B', 'us'), group('Everybody', 'identity-provider')];
  roles: Role[] = [role('Reader'), role('Writer')];
  /** Roles that the group of the identity provider has. */
  rolesOfEverybody: Role[] = [];
  accounts: ProductAccount[] = [{ id: 'uid-1', email: ada, roles: ['ROLE_ADMIN'] }];
  sessions = ['lap-7', 'phone'];
  firewallSessions = ['vpn-west'];
  certificates = ['device-1'];
  computers = ['LT-ada-1', 'LT-joe-1'];
  readonly effects: string[] = [];

  readonly places: OffboardingPlaces = {
    directory: {
      people: async () => [],
      find: async (): Promise<Person> =>
        this.state === 'absent' ? { state: 'absent', email: ada } : this.#person(this.state),
      invite: async () => this.#effect('invite', () => undefined),
      inviteAgain: async () => this.#effect('invite again', () => undefined),
      disable: async () =>
        this.#effect('disable', () => {
          this.state = 'disabled';
        }),
      enable: async () =>
        this.#effect('enable', () => {
          this.state = 'active';
        }),
      remove: async () =>
        this.#effect('remove', () => {
          this.state = 'absent';
        }),
    },
    groups: {
      available: async () => ({ groups: [], isComplete: true }),
      of: async () => this.groups,
      members: async () => [],
      add: async (added) =>
        this.#effect(`add to ${added.name}`, () => {
          this.groups = [...this.groups, added];
        }),
      remove: async ({ id, name }) =>
        this.#effect(`remove from ${name}`, () => {
          this.groups = this.groups.filter((one) => one.id !== id);
        }),
    },
    roles: {
      available: async () => [],
      of: async () => [...this.roles, ...this.rolesOfEverybody],
      ofGroup: async ({ name }) => (name === 'Everybody' ? this.rolesOfEverybody : []),
      assign: async (assigned) =>
        this.#effect(`assign ${assigned.id}`, () => {
          this.roles = [...this.roles, assigned];
        }),
      withdraw: async ({ id, displayName }) => {
        if (!this.roles.some((one) => one.id === id)) {
          return { result: 'refused', reason: 'User not assigned to this role' };
        }
        return this.#effect(`withdraw ${displayName}`, () => {
          this.roles = this.roles.filter((one) => one.id !== id);
        });
      },
    },
    firewallAccounts: {
      find: async () => this.accounts[0],
      create: async ({ email, role: name }) => {
        const account = { id: 'uid-2', email, roles: [name] };
        this.#effect(`create account ${name}`, () => {
          this.accounts = [account];
        });
        return account;
      },
      delete: async ({ id }) => {
        this.#effect('delete account', () => {
          this.accounts = this.accounts.filter((one) => one.id !== id);
        });
      },
    },
    vpnSessions: {
      list: async ([user]) => this.sessions.map((device) => ({ userName: user, device })),
      end: async (sessions) => {
        this.#effect(`end sessions of ${[...new Set(sessions.map(({ userName }) => userName))]}`, () => {
          this.sessions = [];
        });
        return [];
      },
    },
    firewallVpnSessions: {
      list: async ([user]) => this.firewallSessions.map((device) => ({ userName: user, device })),
      end: async () => {
        this.#effect('end sessions on firewalls', () => {
          this.firewallSessions = [];
        });
        return [];
      },
    },
    certifiedDevices: {
      list: async () => this.certificates.map((deviceId) => ({ userId: '1', deviceId })),
      revoke: async () => {
        this.#effect('revoke certificates', () => {
          this.certificates = [];
        });
        return [];
      },
    },
    ownedCredentials: [],
  };

  /** Where Ada still is. */
  left() {
    const { state, groups, roles, accounts, sessions, firewallSessions, certificates } = this;
    return {
      state,
      groups: groups.map(({ name }) => name),
      roles: roles.map(({ displayName }) => displayName),
      accounts: accounts.flatMap((account) => account.roles),
      devices: [...sessions, ...firewallSessions, ...certificates],
    };
  }

  #person(state: PresentPerson['state']): PresentPerson {
    return { state, email: ada, listedAs: ada, id: directoryIdSchema.parse('id-of-ada') };
  }

  #effect(name: string, change: () => void): ChangeOutcome {
    this.effects.push(name);
    change();
    return changed;
  }
}

/** How Ada is called in a VPN. */
export const adaInVpn = userNameSchema.parse(ada);
