import type { Person, PresentPerson } from '../directory.ts';
import { groupNamed } from '../group-named.ts';
import { roleNamed } from '../role-named.ts';
import type { StepResult } from '../working/step.ts';
import type { Joiner } from './joiner.ts';

/** Reads back everything that the profile says: what a call has answered is no proof that it is so. */
export async function verifyOnboarding(joiner: Joiner): Promise<StepResult> {
  const person = await joiner.places.directory.find(joiner.request.email);
  if (person.state === 'absent')
    return { result: 'open', summary: 'the organisation does not list the person' };
  const missing = [
    ...(person.state === 'disabled' ? ['the person is disabled'] : []),
    ...(await missingGroups(joiner, person)),
    ...(await missingRoles(joiner, person)),
    ...(await missingAccount(joiner)),
  ];
  if (missing.length > 0) return { result: 'open', summary: `read back, and missing: ${missing.join('; ')}` };
  return {
    result: 'done',
    summary: `read back: ${described(person)}, with everything that the profile says`,
  };
}

function described({ state }: Person): string {
  return state === 'invited' ? 'invited and has not accepted yet' : state;
}

async function missingGroups(
  { profile, places: { groups } }: Joiner,
  person: PresentPerson,
): Promise<string[]> {
  if (profile.adminGroups.length === 0) return [];
  const available = await groups.available();
  const current = new Set((await groups.of(person)).map(({ id }) => id));
  return profile.adminGroups
    .filter((name) => !current.has(groupNamed(available, name).id))
    .map((name) => `group ${name}`);
}

async function missingRoles(
  { profile, places: { roles } }: Joiner,
  person: PresentPerson,
): Promise<string[]> {
  if (profile.roles.length === 0) return [];
  const available = await roles.available();
  const current = new Set((await roles.of(person)).map(({ id }) => id));
  return profile.roles
    .filter(({ product, role }) => !current.has(roleNamed(available, { product, displayName: role }).id))
    .map(({ product, role }) => `role ${role} (${product})`);
}

async function missingAccount({ request, profile, places }: Joiner): Promise<string[]> {
  const { firewallAccounts } = places;
  if (profile.firewallManagerRole === undefined || !firewallAccounts) return [];
  const account = await firewallAccounts.find(request.email);
  if (account?.roles.includes(profile.firewallManagerRole)) return [];
  return [`account in Firewall Manager with ${profile.firewallManagerRole}`];
}
