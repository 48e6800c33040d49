import { z } from 'zod';
import { GiveUp } from '../../errors/give-up.ts';
import type { AuthorisedClient } from './authorised-client.ts';
import { readVendorError } from './error-body.ts';
import { readByOffset } from './offset-pages.ts';

/** Largest page of rules. */
const largestRulePage = 1_000;

/** The condition of a rule that names destination lists. */
const destinationListAttribute = 'umbrella.destination.destination_list_ids';

/** Cisco's own example writes booleans as text here. */
const looseBoolean = z.union([z.boolean(), z.stringbool({ truthy: ['true'], falsy: ['false'] })]);

const conditionSchema = z.object({ attributeName: z.unknown(), attributeValue: z.unknown() });

/** What a rule looks at, and for which values. */
export type RuleCondition = z.infer<typeof conditionSchema>;

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

/** An access rule of the organisation, with what it is about. */
export interface AccessRule {
  readonly ruleId: number;
  readonly name: string;
  readonly action: string;
  readonly isEnabled: boolean;
  readonly conditions: readonly RuleCondition[];
}

/** A rule that names what is asked for. */
export type RuleUsingList = Omit<AccessRule, 'conditions'>;

/** Every access rule that names the list, enabled or not, whatever it does; see {@link readAccessRules}. */
export async function rulesUsingList(client: AuthorisedClient, listId: number): Promise<RuleUsingList[]> {
  const using: RuleUsingList[] = [];
  for await (const { conditions, ...rule } of readAccessRules(client)) {
    const isUsing = conditions.some(
      ({ attributeName, attributeValue }) =>
        attributeName === destinationListAttribute && idsIn(attributeValue).has(String(listId)),
    );
    if (isUsing) using.push(rule);
  }
  return using;
}

/** The ids, as text, in the value of a condition: a list of numbers, or one of them, or the same as text. */
export function idsIn(attributeValue: unknown): ReadonlySet<string> {
  return new Set([attributeValue].flat().map(String));
}

/**
 * Every access rule, enabled or not. Reads all pages of rules; where a rule comes without its conditions (the
 * specification's list omits them), it reads that rule by itself.
 * @throws GiveUp when the rules cannot be understood: then nothing may be concluded from them
 * @see https://developer.cisco.com/docs/cloud-security/secure-access-api-reference-access-rules-overview
 */
export async function* readAccessRules(client: AuthorisedClient): AsyncIterable<AccessRule> {
  const listedRules = readByOffset({
    largestPage: largestRulePage,
    idOf: ({ ruleId }: z.infer<typeof ruleSchema>) => ruleId,
    readPage: (offset) => readPage(client, offset),
  });
  for await (const listed of listedRules) {
    const rule = listed.ruleConditions ? listed : await readRule(client, listed.ruleId);
    yield {
      ruleId: rule.ruleId,
      name: rule.ruleName ?? `rule ${rule.ruleId}`,
      action: rule.ruleAction ?? listed.ruleAction ?? 'unknown',
      // A rule that does not say so is taken as enabled: the careful reading for an allow rule.
      isEnabled: rule.ruleIsEnabled ?? listed.ruleIsEnabled ?? true,
      conditions: rule.ruleConditions ?? [],
    };
  }
}

async function readPage(client: AuthorisedClient, offset: number) {
  const answer = await get(client, `/policies/v2/rules?offset=${offset}&limit=${largestRulePage}`);
  const page = rulePageSchema.safeParse(answer.body);
  if (answer.status !== 200 || !page.success || !page.data.rules) throw notUnderstood(answer);
  return { count: page.data.count, items: page.data.rules };
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

function notUnderstood(answer: { status: number; body: unknown }): GiveUp {
  return new GiveUp(
    `Secure Access answered ${answer.status} to a request for its access rules, not in a form that is known: ${readVendorError(answer.body).text}. Without the rules it is not known what a destination list does, so nothing is written.`,
  );
}
