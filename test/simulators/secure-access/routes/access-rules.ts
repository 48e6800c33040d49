import { z } from 'zod';
import { type Answer, ok } from '../../http/answer.ts';
import type { ApiRequest } from '../../http/api-request.ts';
import type { PathParameters } from '../../http/route.ts';
import { type AccessRule, conditionsOf } from '../access-rules.ts';
import type { Cloud } from '../cloud.ts';
import { organisationId } from '../destination-lists.ts';
import { accessRuleError } from '../error-envelopes.ts';
import { offsetQuerySchema } from '../pagination.ts';
import type { Route } from '../route.ts';

const rules = '/policies/v2/rules';
const reading = { access: 'bearer-token', scope: 'policies.rules:read', rateLimit: 'policies' } as const;

/** Reading the access rules, which give the destination lists their direction. */
export const accessRuleRoutes: readonly Route[] = [
  { method: 'GET', template: rules, ...reading, handle: readRules },
  { method: 'GET', template: `${rules}/{ruleId}`, ...reading, handle: readRule },
];

function readRules(request: ApiRequest, cloud: Cloud): Answer {
  // A filter that is ignored would let a client believe that a rule does not exist.
  if (request.query.has('filters')) return accessRuleError(400, 'the simulator does not support filters');
  const query = offsetQuerySchema.safeParse(Object.fromEntries(request.query));
  if (!query.success) return accessRuleError(400, z.prettifyError(query.error));

  const { offset, limit } = query.data;
  const { rulesKey, ruleListConditions } = cloud.settings;
  const namePart = request.query.get('ruleName') ?? '';
  const found = cloud.rules.all().filter((rule) => rule.ruleName.includes(namePart));
  const page = found.slice(offset, offset + limit);
  const bodies = page.map(ruleListConditions === 'present' ? ruleBody : ruleSummary);
  return ok({ count: found.length, [rulesKey]: bodies });
}

function readRule(_request: ApiRequest, cloud: Cloud, { ruleId = '' }: PathParameters): Answer {
  const rule = cloud.rules.find(Number(ruleId));
  return rule ? ok(ruleBody(rule)) : accessRuleError(404, 'rule not found');
}

function ruleBody(rule: AccessRule) {
  return {
    ...ruleSummary(rule),
    ruleConditions: conditionsOf(rule),
    ruleSettings: [{ settingName: 'umbrella.default.traffic', settingValue: 'PUBLIC_INTERNET' }],
  };
}

function ruleSummary(rule: AccessRule) {
  return {
    ruleId: rule.ruleId,
    organizationId: organisationId,
    ruleName: rule.ruleName,
    ruleDescription: '',
    ruleAction: rule.ruleAction,
    ruleIsEnabled: rule.ruleIsEnabled,
    ruleIsDefault: rule.ruleIsDefault,
    rulePriority: rule.rulePriority,
    createdAt: rule.createdAt.toISOString(),
    modifiedAt: rule.modifiedAt.toISOString(),
    modifiedBy: 'simulator',
  };
}
