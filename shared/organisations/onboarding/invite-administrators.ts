import { RefusedInput } from '../../errors/refused-input.ts';
import type { PresentPerson } from '../../people/directory.ts';
import type { Group } from '../../people/groups.ts';
import type { WantedAdministrator } from '../organisation-request.ts';
import { isSameName } from '../same-name.ts';
import { changedOrRefused } from './changed-or-refused.ts';
import type { Findings } from './findings.ts';
import type { OrganisationPorts } from './onboarding-ports.ts';
import type { StepName } from './step-record.ts';
import type { StepRunner } from './step-runner.ts';

/** Invites the first administrators and adds them to their groups. */
export async function inviteAdministrators(
  wanted: readonly WantedAdministrator[],
  provided: readonly Group[],
  { directory, groups }: Pick<OrganisationPorts, 'directory' | 'groups'>,
  { runner, findings }: { runner: StepRunner; findings: Findings },
): Promise<void> {
  for (const wish of wanted) {
    const { email, name } = wish;
    const step: StepName = { step: 'invite-administrator', subject: email };
    const ended = await runner.settle({
      ...step,
      look: () => findPerson(wish),
      async act() {
        const { given: firstName, family: lastName } = name;
        changedOrRefused(await directory.invite({ state: 'absent', email }, { firstName, lastName }));
        return undefined;
      },
      describe: () => `${email} is invited.`,
    });
    if (ended.result === 'open') {
      findings.leave(step, ended.reason);
      continue;
    }
    for (const groupName of wish.adminGroups) {
      const group = provided.find((one) => isSameName(one.name, groupName));
      // A group that is not there is among the findings already.
      if (!group) continue;
      if (ended.found) await addToGroup(ended.found, group);
      else findings.waitFor(`the invitation of ${email}, to add them to ${group.name}`);
    }
  }

  async function findPerson({ email }: WantedAdministrator): Promise<PresentPerson | undefined> {
    const person = await directory.find(email);
    if (person.state === 'absent') return undefined;
    if (person.state !== 'disabled') return person;
    throw new RefusedInput(
      `${email} is in the organisation and was disabled there. Enable them in the console if they are to administer it.`,
    );
  }

  async function addToGroup(person: PresentPerson, group: Group): Promise<void> {
    const step: StepName = { step: 'add-to-group', subject: `${person.email}/${group.name}` };
    const ended = await runner.settle({
      ...step,
      look: async () => (await groups.of(person)).find(({ id }) => id === group.id),
      async act() {
        if (group.membersManagedBy !== 'us') {
          throw new RefusedInput(
            `Nobody can be added to the group ${group.name} here: who is in it is decided elsewhere. Add ${person.email} there.`,
          );
        }
        changedOrRefused(await groups.add(group, person));
        return group;
      },
      describe: () => `${person.email} is in the group ${group.name}.`,
    });
    if (ended.result === 'open') findings.leave(step, ended.reason);
  }
}
