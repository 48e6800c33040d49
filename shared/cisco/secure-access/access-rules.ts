import { z } from 'zod';
import { GiveUp } from '../../errors/give-up.ts';
import type { AuthorisedClient } from './authorised-client.ts';
import { readVendorError } from './error-body.ts';

/** Largest page of rules. */
const largestRulePage = 1_000;

/** The condition of a rule that names destination lists. */
const destinationListAttribute = 'umbrella.destination.destination_list_ids';

/** Cisco's own example writes booleans as text here. */
const looseBoolean = z.union([z.boolean(), z.stringbool({ truthy: ['true'], falsy: ['false'] })]);

const conditionSchema = z.object({ attributeName: z.unknown(), attributeValue: z.unknown() });

const ruleSchema = z.object({
  ruleId: z.int(),
  ruleName: z.string().optional(),
  ruleAction: z.string().optional(),
  ruleIsEnabled: looseBoolean.optional(),
  ruleConditions: z.array(conditionSchema).optional(),
});

/** The specification's example calls the rules `result`, clients in the field read `results`. */
const rulePageSchema = z
  .object({
    count: z.int().nonnegative().optional(),
    results: z.array(ruleSchema).optional(),
    result: z.array(ruleSchema).optional(),
  })
  .transform(({ count, results, result }) => ({ count, rules: results ?? result }));

/** A rule that names a destination list. */
export interface RuleUsingList {
  readonly ruleId: number;
  readonly name: string;
  readonly action: string;
  readonly isEnabled: boolean;
}

/**
 * Every access rule that names the list, enabled or not, whatever it does. Reads all pages of rules; where a rule
 * comes without its conditions (the specification's list omits them), it reads that rule by itself.
 * @throws GiveUp when the rules cannot be understood: then nothing may be concluded from them
 * @see https://developer.cisco.com/docs/cloud-security/secure-access-api-reference-access-rules-overview
 */
export async function rulesUsingList(client: AuthorisedClient, listId: number): Promise<RuleUsingList[]> {
  const using: RuleUsingList[] = [];
  const seenRuleIds = new Set<number>();
  for (let offset = 0; ; ) {
    const page = await readPage(client, offset);
    const seenBefore = seenRuleIds.size;
    for (const listed of page.rules) {
      if (seenRuleIds.has(listed.ruleId)) continue;
      seenRuleIds.add(listed.ruleId);
      const rule = listed.ruleConditions ? listed : await readRule(client, listed.ruleId);
      if (!namesList(rule, listId)) continue;
      using.push({
        ruleId: rule.ruleId,
        name: rule.ruleName ?? `rule ${rule.ruleId}`,
        action: rule.ruleAction ?? listed.ruleAction ?? 'unknown',
        // A rule that does not say so is taken as enabled: the careful reading for an allow rule.
        isEnabled: rule.ruleIsEnabled ?? listed.ruleIsEnabled ?? true,
      });
    }
    offset += page.rules.length;
    // A rule that is missed may be the one that allows: `count` ends the reading only behind a page that is not
    // full, and without `count` only a page that brings nothing new does.
    const isCountReached =
      page.count !== undefined && offset >= page.count && page.rules.length < largestRulePage;
    if (isCountReached || seenRuleIds.size === seenBefore) return using;
  }
}

async function readPage(client: AuthorisedClient, offset: number) {
  const answer = await get(client, `/policies/v2/rules?offset=${offset}&limit=${largestRulePage}`);
  const page = rulePageSchema.safeParse(answer.body);
  if (answer.status !== 200 || !page.success || !page.data.rules) throw notUnderstood(answer);
  return { count: page.data.count, rules: page.data.rules };
}

async function readRule(client: AuthorisedClient, ruleId: number) {
  const answer = await get(client, `/policies/v2/rules/${ruleId}`);
  const rule = ruleSchema.safeParse(answer.body);
  if (answer.status !== 200 || !rule.success || !rule.data.ruleConditions) throw notUnderstood(answer);
  return rule.data;
}

function get(client: AuthorisedClient, path: string) {
  return client.send({ method: 'GET', path, scope: 'policies.rules:read', repetition: 'repeatable' });
}

function namesList(rule: z.infer<typeof ruleSchema>, listId: number): boolean {
  return (rule.ruleConditions ?? []).some(
    ({ attributeName, attributeValue }) =>
      attributeName === destinationListAttribute &&
      [attributeValue].flat().some((value) => String(value) === String(listId)),
  );
}

function notUnderstood(answer: { status: number; body: unknown }): GiveUp {
  return new GiveUp(
    `Secure Access answered ${answer.status} to a request for its access rules, not in a form that is known: ${readVendorError(answer.body).text}. Without the rules it is not known what a destination list does, so nothing is written.`,
  );
}
