import { z } from 'zod';
import { type Answer, ok } from '../../http/answer.ts';
import type { ApiRequest } from '../../http/api-request.ts';
import type { PathParameters } from '../../http/route.ts';
import type { Cloud } from '../cloud.ts';
import { serviceError } from '../errors.ts';
import type { AccessRule } from '../firewalls/access-rules.ts';
import type { Route } from '../route.ts';

/** The domain that every Firewall Management Center has. */
const domain = 'e276abec-e0f2-11e3-8169-6d9ed49b625f';
const template =
  '/v1/cdfmc/api/fmc_config/v1/domain/{domainUuid}/policy/accesspolicies/{policyUid}/accessrules';

/** The rules of FTDs, as the API of the cloud-delivered Firewall Management Center shows them. */
export const cdfmcAccessRuleRoutes: readonly Route[] = [
  { method: 'GET', template, callers: 'everybody', handle: listRules },
];

/** Where the access policy of an FTD is found. Each has one of its own, with the uid of the firewall. */
export function accessPolicyLink(deviceUid: string): string {
  const path = `domain/${domain}/policy/accesspolicies/${deviceUid}`;
  return `https://us.manage.security.cisco.com/api/rest/v1/cdfmc/api/fmc_config/v1/${path}`;
}

const querySchema = z.object({
  limit: z.coerce.number().int().min(1).max(1_000).default(25),
  offset: z.coerce.number().int().min(0).default(0),
  expanded: z.stringbool({ truthy: ['true'], falsy: ['false'] }).default(false),
});

function listRules(request: ApiRequest, cloud: Cloud, parameters: PathParameters): Answer {
  const { domainUuid, policyUid = '' } = parameters;
  if (domainUuid !== domain || cloud.inventory.find(policyUid)?.deviceType !== 'CDFMC_MANAGED_FTD') {
    return serviceError(404, 'Policy not found');
  }
  const query = querySchema.safeParse(Object.fromEntries(request.query));
  if (!query.success) return serviceError(400, z.prettifyError(query.error));
  const { limit, offset, expanded } = query.data;
  const rules = cloud.accessRules.all().filter(({ deviceUid }) => deviceUid === policyUid);
  return ok({
    items: rules.slice(offset, offset + limit).map((rule) => ruleBody(rule, expanded)),
    paging: { offset, limit, count: rules.length, pages: Math.ceil(rules.length / limit) },
  });
}

function ruleBody({ uid, action, isActive, side, network }: AccessRule, expanded: boolean) {
  const shown = { id: uid, name: `rule-${uid.slice(0, 8)}`, type: 'AccessRule' };
  const networks = { objects: [{ type: 'NetworkGroup', id: network.uid, name: network.name }] };
  const conditions = side === 'source' ? { sourceNetworks: networks } : { destinationNetworks: networks };
  if (!expanded) return shown;
  return { ...shown, action: action === 'DENY' ? 'BLOCK' : 'ALLOW', enabled: isActive, ...conditions };
}
