import { z } from 'zod';
import { OutcomeUnknown } from '../../../errors/outcome-unknown.ts';
import { pathSegment } from '../../http/path-segment.ts';
import { type InlineObject, type NetworkGroup, networkGroupOf, networkGroupSchema } from './network-group.ts';
import type { ObjectsClient, ObjectsRefusal } from './objects-client.ts';

/** What a group is to hold, whole. */
export interface GroupContent {
  readonly name: string;
  readonly description: string | undefined;
  readonly memberObjectIds: readonly string[];
  readonly memberGroupIds: readonly string[];
  readonly inlineObjects: readonly InlineObject[];
}

export type GroupWrite =
  /** As the API shows it afterwards: what it has really done with the lists. */
  | { readonly kind: 'written'; readonly group: NetworkGroup }
  /** 422: the group would hold more objects than a group may, or the organisation more objects or groups. */
  | { readonly kind: 'limit-reached'; readonly refusal: ObjectsRefusal }
  /** Nothing was done: a value is refused, the name is taken, the group is gone. */
  | { readonly kind: 'refused'; readonly refusal: ObjectsRefusal };

/** The same content as the group has now: where a change begins. */
export function contentOf(group: NetworkGroup): GroupContent {
  return {
    name: group.name,
    description: group.description,
    memberObjectIds: group.memberObjects.map(({ id }) => id),
    memberGroupIds: group.memberGroups.map(({ id }) => id),
    inlineObjects: group.inlineObjects,
  };
}

/**
 * `POST /objects/networkGroups`: makes a group.
 * @throws OutcomeUnknown when the answer was lost: look for the name before repeating it
 */
export function createGroup(client: ObjectsClient, content: GroupContent): Promise<GroupWrite> {
  return write(client, { method: 'POST', path: '/networkGroups' }, content);
}

/**
 * `PATCH /objects/networkGroups/{id}`: makes the group what `content` says. Whether the lists replace those of the
 * group or are merged with them is not documented, nor what becomes of a list that is left out. So all are sent, whole:
 * right however it is, and the answer shows how it was. It is sent once: when it is repeated later, somebody may have
 * written to the group meanwhile.
 * @throws OutcomeUnknown when the answer was lost
 */
export function changeGroup(
  client: ObjectsClient,
  groupId: string,
  content: GroupContent,
): Promise<GroupWrite> {
  return write(client, { method: 'PATCH', path: `/networkGroups/${pathSegment(groupId)}` }, content);
}

/**
 * `DELETE /objects/networkGroups/{id}`.
 * @returns the refusal, whose text says where the group is used; nothing when it is gone, or was already
 */
export async function deleteGroup(
  client: ObjectsClient,
  groupId: string,
): Promise<ObjectsRefusal | undefined> {
  const path = `/networkGroups/${pathSegment(groupId)}` as const;
  const answer = await client.send({ method: 'DELETE', path, repetition: 'repeatable' }, z.unknown());
  return answer.kind === 'done' || answer.refusal.status === 404 ? undefined : answer.refusal;
}

async function write(
  client: ObjectsClient,
  where: { readonly method: 'POST' | 'PATCH'; readonly path: `/${string}` },
  { name, description, memberObjectIds, memberGroupIds, inlineObjects }: GroupContent,
): Promise<GroupWrite> {
  const json = {
    name,
    ...(description === undefined ? {} : { description }),
    memberObjects: memberObjectIds,
    memberGroups: memberGroupIds,
    inlineObjects,
  };
  const answer = await client.send({ ...where, json, repetition: 'once' }, networkGroupSchema);
  if (answer.kind === 'refused') {
    const { refusal } = answer;
    return { kind: refusal.status === 422 ? 'limit-reached' : 'refused', refusal };
  }
  const shown = answer.value;
  const isWhole = shown.inlineObjects && shown.memberGroups && shown.memberObjects;
  return { kind: 'written', group: isWhole ? networkGroupOf(shown) : await readGroup(client, shown) };
}

/** `GET /objects/{id}`: the group, where the answer to a change does not show all that stands in it. */
async function readGroup(client: ObjectsClient, { id, name }: { id: string; name: string }) {
  const path = `/${pathSegment(id)}` as const;
  const answer = await client.send({ method: 'GET', path, repetition: 'repeatable' }, networkGroupSchema);
  if (answer.kind === 'done') return networkGroupOf(answer.value);
  throw new OutcomeUnknown(
    `The network group ${name} was written and cannot be read (${answer.refusal.status}: ${answer.refusal.text}); read before repeating it.`,
  );
}
