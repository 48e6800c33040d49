import { ConfigurationProblem } from '../../errors/configuration-problem.ts';
import { RefusedInput } from '../../errors/refused-input.ts';
import type { Group } from '../../people/groups.ts';
import { roleNamed } from '../../people/role-named.ts';
import type { Role } from '../../people/roles.ts';
import type { AdminGroups } from '../admin-groups.ts';
import type { WantedGroup } from '../organisation-request.ts';
import { isSameName } from '../same-name.ts';
import { changedOrRefused } from './changed-or-refused.ts';
import type { Findings } from './findings.ts';
import type { OrganisationPorts } from './onboarding-ports.ts';
import type { StepName } from './step-record.ts';
import type { StepRunner } from './step-runner.ts';

/**
 * Finds or makes each group and gives it its roles. A role that is not there yet while products are being set up comes
 * with one of them, so it is waited for.
 * @returns the groups that are there
 */
export async function provideGroups(
  wanted: readonly WantedGroup[],
  { adminGroups, roles }: Pick<OrganisationPorts, 'adminGroups' | 'roles'>,
  { runner, findings }: { runner: StepRunner; findings: Findings },
): Promise<readonly Group[]> {
  const provided: Group[] = [];
  for (const wish of wanted) {
    const step: StepName = { step: 'create-group', subject: wish.name };
    const ended = await runner.settle({
      ...step,
      look: () => findGroup(adminGroups, wish.name),
      act: () => adminGroups.create(wish),
      describe: () => `The group ${wish.name} is there.`,
    });
    if (ended.result === 'open') findings.leave(step, ended.reason);
    else if (ended.found) provided.push(ended.found);
  }
  const available = wanted.some((wish) => wish.roles.length > 0) ? await roles.available() : [];
  for (const group of provided) {
    const wish = wanted.find(({ name }) => isSameName(name, group.name));
    for (const { product, role: displayName } of wish?.roles ?? []) {
      const step: StepName = { step: 'grant-role', subject: `${group.name}/${product}/${displayName}` };
      const role = roleOrReason(available, { product, displayName });
      if (typeof role !== 'string') {
        const ended = await grant(step, role, group);
        if (ended.result === 'open') findings.leave(step, ended.reason);
      } else if (findings.waitingFor.length > 0) findings.waitFor(`the role ${displayName} of ${product}`);
      else findings.leave(step, role);
    }
  }
  return provided;

  function grant(step: StepName, role: Role, group: Group) {
    return runner.settle({
      ...step,
      look: async () => (await adminGroups.rolesOf(group)).find(({ id }) => id === role.id),
      async act() {
        changedOrRefused(await adminGroups.grant(role, group));
        return role;
      },
      describe: () => `The group ${group.name} has the role ${role.displayName}.`,
    });
  }
}

async function findGroup(adminGroups: AdminGroups, name: string): Promise<Group | undefined> {
  const { groups, isComplete } = await adminGroups.available();
  const [found, another] = groups.filter((group) => isSameName(group.name, name));
  if (another) {
    throw new RefusedInput(
      `There is more than one group named ${name}, so the name does not say which. Give one of them another name in the console.`,
    );
  }
  if (found || isComplete) return found;
  throw new RefusedInput(
    `Nobody can tell whether there is a group ${name}: the platform shows only so many at once. Look in the console, and make it there if there is none.`,
  );
}

function roleOrReason(available: readonly Role[], name: Parameters<typeof roleNamed>[1]): Role | string {
  try {
    return roleNamed(available, name, 'the request');
  } catch (error) {
    if (error instanceof ConfigurationProblem) return error.message;
    throw error;
  }
}
