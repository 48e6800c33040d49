import { z } from 'zod';
import { type Answer, ok } from '../../http/answer.ts';
import type { ApiRequest } from '../../http/api-request.ts';
import type { Cloud } from '../cloud.ts';
import { serviceError } from '../errors.ts';
import type { AccessRule } from '../firewalls/access-rules.ts';
import { pageQuerySchema } from '../page-query.ts';
import type { Route } from '../route.ts';
import { tenant } from '../tenant.ts';

/** Rules of ASAs, and the access groups that they stand in. */
export const accessRuleRoutes: readonly Route[] = [
  { method: 'GET', template: '/v1/policies/asa/accessrules', callers: 'everybody', handle: listRules },
  { method: 'GET', template: '/v1/policies/asa/accessgroups', callers: 'everybody', handle: listGroups },
];

const querySchema = pageQuerySchema(200);

function listRules(request: ApiRequest, cloud: Cloud): Answer {
  return pageOf(request, asaRules(cloud).map(ruleBody));
}

function listGroups(request: ApiRequest, cloud: Cloud): Answer {
  const shared = asaRules(cloud).flatMap((rule) =>
    rule.sharedGroupUid === undefined ? [] : [groupBody(rule, rule.sharedGroupUid)],
  );
  return pageOf(request, shared);
}

function asaRules(cloud: Cloud): AccessRule[] {
  const isOnAsa = ({ deviceUid }: AccessRule) => cloud.inventory.find(deviceUid)?.deviceType === 'ASA';
  return cloud.accessRules.all().filter(isOnAsa);
}

function pageOf(request: ApiRequest, items: readonly object[]): Answer {
  const query = querySchema.safeParse(Object.fromEntries(request.query));
  if (!query.success) return serviceError(400, z.prettifyError(query.error));
  const { limit, offset } = query.data;
  return ok({ count: items.length, limit, offset, items: items.slice(offset, offset + limit) });
}

/** A rule of a shared group names the group instead of a firewall. */
function ruleBody(rule: AccessRule, index: number) {
  const { uid, deviceUid, action, isActive, side, network, isShadowed, sharedGroupUid } = rule;
  const any = { name: 'any' };
  return {
    uid,
    accessGroupUid: sharedGroupUid ?? deviceUid,
    entityUid: sharedGroupUid ?? deviceUid,
    index: index + 1,
    isActiveRule: isActive,
    ruleAction: action,
    ruleType: 'L3',
    sourceNetwork: side === 'source' ? networkBody(network) : any,
    destinationNetwork: side === 'destination' ? networkBody(network) : any,
    ...(sharedGroupUid && { sharedAccessGroupUid: sharedGroupUid }),
    ...(isShadowed && { issues: [{ issueType: 'SHADOWED', causes: [] }] }),
  };
}

function networkBody({ name, uid, elements }: AccessRule['network']) {
  return { name, type: 'NETWORK_GROUP', ...(uid && { uid }), ...(elements && { elements }) };
}

function groupBody({ deviceUid, sharedWith }: AccessRule, uid: string) {
  const appliedTo = [deviceUid, ...sharedWith];
  return { uid, entityUid: tenant.productInstanceId, name: `shared-${uid}`, isShared: true, appliedTo };
}
