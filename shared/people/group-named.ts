import { ConfigurationProblem } from '../errors/configuration-problem.ts';
import type { AvailableGroups, EditableGroup } from './groups.ts';

const managers = {
  'identity-provider': 'the identity provider decides who is in it',
  'another-organisation': 'it belongs to another organisation',
  platform: 'the platform itself decides who is in it',
} as const;

/**
 * The one group of that name; letters of either case are the same.
 * @throws ConfigurationProblem when there is none or more than one, or when its members are not ours to change
 */
export function groupNamed({ groups, isComplete }: AvailableGroups, name: string): EditableGroup {
  const [found, another] = groups.filter((group) => group.name.toLowerCase() === name.toLowerCase());
  if (!found) {
    const names = groups.map((group) => `"${group.name}"`).join(', ') || 'none';
    const warning = isComplete ? '' : ' These may not be all: the platform shows only so many at once.';
    throw new ConfigurationProblem(
      `There is no group ${name}; there are ${names}.${warning} Correct the name in the profile, or make the group in the console.`,
    );
  }
  if (another) {
    throw new ConfigurationProblem(
      `There is more than one group named ${name}, so the name does not say which. Give one of them another name in the console.`,
    );
  }
  if (found.membersManagedBy === 'us') return found;
  throw new ConfigurationProblem(
    `Nobody can be added to the group ${found.name} here: ${managers[found.membersManagedBy]}. Take it out of the profile, or name a local group.`,
  );
}
