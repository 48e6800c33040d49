import type { NetworkGroup, NetworkObject, NetworkObjects } from './network-objects.ts';
import { ipVersionOf, type ObjectValue } from './object-value.ts';

/** What an object or group shows wherever it is shown. */
function commonBody(stored: NetworkObject | NetworkGroup) {
  const { id, secondaryId, type, name, description, createdAt, updatedAt, createdBy, updatedBy, version } =
    stored;
  return {
    id,
    secondaryId,
    type,
    name,
    ...(description !== undefined && { description }),
    metadata: { createdAt, updatedAt, createdBy, updatedBy, version },
  };
}

/** As a list and a read by id show it. */
export function objectBody(stored: NetworkObject | NetworkGroup, objects: NetworkObjects) {
  const memberOf = objects.memberOf(stored.id).map(referenceBody);
  const usageTracking = { usableBy: ['sdWan', 'secureAccess', 'scc'] };
  if (stored.type === 'network') {
    const { subtype, value } = stored;
    const computedMetadata = { ipVersion: ipVersionOf(stored) };
    return { ...commonBody(stored), subtype, value, computedMetadata, usageTracking, memberOf };
  }
  return {
    ...commonBody(stored),
    ...contentBody(stored, objects),
    ...composition(stored),
    usageTracking,
    memberOf,
  };
}

/** As the answer to a bulk read shows it. */
export function bulkBody(stored: NetworkObject | NetworkGroup, objects: NetworkObjects) {
  const memberOf = objects.memberOf(stored.id).map(referenceBody);
  if (stored.type === 'network') {
    return { ...commonBody(stored), subtype: stored.subtype, value: stored.value, memberOf };
  }
  return { ...commonBody(stored), ...contentBody(stored, objects), memberOf };
}

/** As the answer to a change shows it. */
export function writtenBody(
  stored: NetworkObject | NetworkGroup,
  objects: NetworkObjects,
  writtenGroups: 'whole' | 'without-lists',
) {
  if (stored.type === 'network') {
    const computedMetadata = { ipVersion: ipVersionOf(stored) };
    return { ...commonBody(stored), subtype: stored.subtype, value: stored.value, computedMetadata };
  }
  if (writtenGroups === 'without-lists') return commonBody(stored);
  return { ...commonBody(stored), ...contentBody(stored, objects), ...composition(stored) };
}

/** As a list shows groups that it does not open. */
export function closedGroupBody(group: NetworkGroup) {
  return { ...commonBody(group), ...composition(group) };
}

function contentBody(
  { memberObjectIds, memberGroupIds, inlineObjects }: NetworkGroup,
  objects: NetworkObjects,
) {
  const references = (ids: readonly string[]) =>
    ids.flatMap((id) => {
      const member = objects.find(id);
      return member ? [referenceBody(member)] : [];
    });
  return {
    memberObjects: references(memberObjectIds),
    memberGroups: references(memberGroupIds),
    inlineObjects,
  };
}

function referenceBody({ id, secondaryId, name }: NetworkObject | NetworkGroup) {
  return { id, secondaryId, name };
}

function composition({ inlineObjects }: NetworkGroup) {
  const kinds = new Set(inlineObjects.map((value: ObjectValue) => `${value.subtype} ${ipVersionOf(value)}`));
  return { compositionType: kinds.size > 1 ? 'heterogeneous' : 'homogeneous' };
}
