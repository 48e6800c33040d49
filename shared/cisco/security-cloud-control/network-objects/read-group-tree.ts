import { ConfigurationProblem } from '../../../errors/configuration-problem.ts';
import type { GroupTree, NumberedGroup } from './group-tree.ts';
import { type ListedObject, listObjects } from './list-objects.ts';
import type { NetworkGroup } from './network-group.ts';
import { isDescribedAsPart } from './numbered-group-description.ts';
import { commonNameStart, numberInGroupName } from './numbered-group-name.ts';
import type { ObjectsClient } from './objects-client.ts';
import { type ObjectsRead, readObjects } from './read-objects.ts';

/** Objects and groups whose names the configured group and its numbered ones have, or would have. */
export interface NamedLikeIt {
  readonly ids: readonly string[];
  /** Numbers whose names network objects have. */
  readonly numbersOfObjects: ReadonlySet<number>;
}

/** Finds the configured group and its numbered ones by their names: one call where few others are named like them. */
export async function findByNames(client: ObjectsClient, name: string): Promise<NamedLikeIt> {
  const ids: string[] = [];
  const numbersOfObjects = new Set<number>();
  const query = { search: commonNameStart(name), type: 'network|networkGroup' } as const;
  for await (const page of listObjects(client, query)) {
    for (const listed of page) {
      const number = numberInGroupName(name, listed.name);
      if (isParent(listed, name)) ids.push(listed.id);
      else if (number !== undefined && listed.type === 'networkGroup') ids.push(listed.id);
      else if (number !== undefined) numbersOfObjects.add(number);
    }
  }
  return { ids, numbersOfObjects };
}

/**
 * Reads the tree with everything under it: one call for 20 groups, further ones for groups and network objects that
 * somebody has put into them.
 */
export async function readGroupTree(
  client: ObjectsClient,
  name: string,
  { ids, numbersOfObjects }: NamedLikeIt,
): Promise<GroupTree> {
  const { groups, objects } = await readWithMembers(client, ids);
  const parent = groups.find((group) => sameName(group.name, name));
  const numbered: NumberedGroup[] = [];
  const others: NetworkGroup[] = [];
  const takenNumbers = new Set(numbersOfObjects);
  const nested = new Set(groups.flatMap(({ memberGroups }) => memberGroups.map(({ id }) => id)));
  for (const group of groups) {
    if (group === parent) continue;
    const number = numberInGroupName(name, group.name);
    const isInParent = parent?.memberGroups.some(({ id }) => id === group.id) ?? false;
    if (number !== undefined && (isInParent || isDescribedAsPart(group.description, name))) {
      numbered.push({ number, group });
      continue;
    }
    if (number !== undefined) takenNumbers.add(number);
    if (nested.has(group.id)) others.push(group);
  }
  numbered.sort((one, other) => one.number - other.number);
  return { name, parent, numbered, others, objects, takenNumbers };
}

/** Deeper nesting than the limit of a group counts is not looked into. */
const mostLevels = 4;

async function readWithMembers(client: ObjectsClient, ids: readonly string[]): Promise<ObjectsRead> {
  const groups: NetworkGroup[] = [];
  const objects: ObjectsRead['objects'][number][] = [];
  const asked = new Set(ids);
  let next: readonly string[] = ids;
  for (let level = 1; level <= mostLevels && next.length > 0; level++) {
    const read = await readObjects(client, next);
    groups.push(...read.groups);
    objects.push(...read.objects);
    const members = read.groups.flatMap(({ memberGroups, memberObjects }) => [
      ...memberGroups,
      ...memberObjects,
    ]);
    next = [...new Set(members.map(({ id }) => id))].filter((id) => !asked.has(id));
    for (const id of next) asked.add(id);
  }
  return { groups, objects };
}

function isParent({ name: listedName, type }: ListedObject, name: string): boolean {
  if (!sameName(listedName, name)) return false;
  if (type === 'networkGroup') return true;
  throw new ConfigurationProblem(
    `"${name}" is configured as a network group, but is a network object in Security Cloud Control. Rename the object, or configure another name.`,
  );
}

function sameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
