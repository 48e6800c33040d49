import type { DestinationProblem } from './destination-problem.ts';
import type { NetworkGroup } from './network-group.ts';

/** Numbered groups are named after so many characters of their parent's name. */
const charactersBeforeNumber = 29;

/**
 * Names by which two groups of one organisation would write into one another: the same name, numbered groups of the
 * same name, and a group that is named like a numbered group of the other. Case makes no difference.
 */
export function groupNameProblems(groups: Readonly<Record<string, NetworkGroup>>): DestinationProblem[] {
  const entries = Object.entries(groups);
  return entries.flatMap(([key, group], index) =>
    entries.slice(0, index).flatMap(([otherKey, other]) => {
      if (other.organisation !== group.organisation || other.kind !== group.kind) return [];
      if (!isMistakable(group, other) && !isMistakable(other, group)) return [];
      const message = `would be taken for the group "${other.name}" of networkGroups.${otherKey}; choose a name that differs in its first ${charactersBeforeNumber} characters`;
      return [{ path: ['networkGroups', key, 'name'], input: group.name, message }];
    }),
  );
}

function isMistakable(one: NetworkGroup, other: NetworkGroup): boolean {
  const name = one.name.toLowerCase();
  const otherName = other.name.toLowerCase();
  if (one.kind === 'network-object-group') return name === otherName;
  const start = otherName.slice(0, charactersBeforeNumber).trimEnd();
  if (name.slice(0, charactersBeforeNumber).trimEnd() === start) return true;
  return name.startsWith(`${start}-`) && /^\d{2}$/.test(name.slice(start.length + 1));
}
