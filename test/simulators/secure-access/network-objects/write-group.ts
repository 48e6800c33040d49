import type { Answer } from '../../http/answer.ts';
import type { Cloud } from '../cloud.ts';
import { networkObjectError } from '../error-envelopes.ts';
import type { NetworkObjectGroup } from './network-objects.ts';
import { addressOf, type NetworkValue } from './network-value.ts';

/** What a group is to hold, as a request says it. */
export interface GroupContent {
  readonly name: string;
  readonly description?: string | undefined;
  readonly objectIds: readonly number[];
  readonly groupIds: readonly number[];
  readonly values: readonly NetworkValue[];
}

export type GroupWrite =
  | { readonly kind: 'written'; readonly group: NetworkObjectGroup }
  | { readonly kind: 'refused'; readonly refusal: Answer };

/** Makes a group, or changes `former` into what the request says. */
export function writeGroup(cloud: Cloud, content: GroupContent, former?: NetworkObjectGroup): GroupWrite {
  const { networkObjects, settings, clock } = cloud;
  const namesake = networkObjects.groupNamed(content.name);
  if (namesake && namesake.id !== former?.id) {
    return refused(409, `a network object group with the name ${content.name} exists`);
  }
  if (!areKnown(content, cloud)) return refused(400, 'The IDs provided are invalid');
  const bad = content.values.map(addressOf).filter((value) => settings.refusedNetworkValues.includes(value));
  if (bad.length > 0) return refused(400, `Invalid addresses: ${bad.join(', ')}.`);
  const joined = settings.networkObjectGroupPut === 'merge' && former ? merged(former, content) : content;
  const added = joined.values.length - (former?.values.length ?? 0);
  if (networkObjects.count() + added > settings.mostNetworkObjects) {
    return refused(400, `an organization has ${settings.mostNetworkObjects} network objects at most`);
  }
  const now = clock.now();
  const group: NetworkObjectGroup = {
    ...joined,
    id: former?.id ?? networkObjects.newId(),
    description: joined.description ?? '',
    createdAt: former?.createdAt ?? now,
    modifiedAt: now,
  };
  networkObjects.groups.set(group.id, group);
  return { kind: 'written', group };
}

function areKnown(
  { objectIds, groupIds }: GroupContent,
  { networkObjects, settings, clock }: Cloud,
): boolean {
  const newest = clock.now().getTime() - settings.networkObjectSettlingSeconds * 1_000;
  const members = [
    ...objectIds.map((id) => networkObjects.objects.get(id)),
    ...groupIds.map((id) => networkObjects.groups.get(id)),
  ];
  return members.every((member) => member !== undefined && member.createdAt.getTime() <= newest);
}

function merged(former: NetworkObjectGroup, content: GroupContent): GroupContent {
  const there = new Set(former.values.map(addressOf));
  return {
    ...content,
    objectIds: [...new Set([...former.objectIds, ...content.objectIds])],
    groupIds: [...new Set([...former.groupIds, ...content.groupIds])],
    values: [...former.values, ...content.values.filter((value) => !there.has(addressOf(value)))],
  };
}

function refused(status: number, error: string): GroupWrite {
  return { kind: 'refused', refusal: networkObjectError(status, error) };
}
