import { z } from 'zod';

/** A condition as the cloud writes it. */
export const ruleConditionSchema = z.strictObject({
  attributeName: z.string(),
  attributeOperator: z.enum(['=', 'INTERSECT', 'AND', 'IN']),
  attributeValue: z.union([z.string(), z.boolean(), z.array(z.int()).readonly()]),
});

export type RuleCondition = z.infer<typeof ruleConditionSchema>;

/** What makes a rule, before the cloud adds its id and times. */
export const ruleDefinitionSchema = z.strictObject({
  ruleName: z
    .string()
    .regex(
      /^[A-Za-z0-9\-_ ]{2,50}$/,
      'a rule name has 2 to 50 letters, digits, hyphens, underscores or spaces',
    ),
  ruleAction: z.enum(['allow', 'block']),
  ruleIsEnabled: z.boolean(),
  ruleIsDefault: z.boolean(),
  rulePriority: z.int().positive().optional().describe('Without it, a new rule comes after all others.'),
  destinationListIds: z.array(z.int()).readonly().describe('The lists that the rule uses.'),
  otherConditions: z.array(ruleConditionSchema).readonly().describe('Conditions beside the lists.'),
});

/** A rule to add: enabled and without conditions where nothing else is said. */
export const newRuleSchema = ruleDefinitionSchema.extend({
  ruleIsEnabled: z.boolean().default(true),
  ruleIsDefault: z.boolean().default(false),
  destinationListIds: ruleDefinitionSchema.shape.destinationListIds.default([]),
  otherConditions: ruleDefinitionSchema.shape.otherConditions.default([]),
});

/** The fields of a rule to change. */
export const ruleChangesSchema = ruleDefinitionSchema.partial();

export type RuleDefinition = z.infer<typeof ruleDefinitionSchema>;

/** An access rule: what gives a destination list its direction. */
export interface AccessRule extends RuleDefinition {
  readonly ruleId: number;
  readonly rulePriority: number;
  readonly createdAt: Date;
  readonly modifiedAt: Date;
}

const firstRuleId = 591_701;

/** The access rules of the organisation. */
export class AccessRules {
  readonly #rules = new Map<number, AccessRule>();
  #nextRuleId = firstRuleId;

  /** All rules by priority. */
  all(): readonly AccessRule[] {
    return [...this.#rules.values()].sort((left, right) => left.rulePriority - right.rulePriority);
  }

  find(ruleId: number): AccessRule | undefined {
    return this.#rules.get(ruleId);
  }

  add(definition: RuleDefinition, now: Date): AccessRule {
    const rulePriority = definition.rulePriority ?? this.#lowestPriority() + 1;
    const rule = { ...definition, rulePriority, ruleId: this.#nextRuleId, createdAt: now, modifiedAt: now };
    this.#nextRuleId += 1;
    this.#rules.set(rule.ruleId, rule);
    return rule;
  }

  replace(rule: AccessRule, definition: RuleDefinition, now: Date): AccessRule {
    const rulePriority = definition.rulePriority ?? rule.rulePriority;
    const replaced = { ...rule, ...definition, rulePriority, modifiedAt: now };
    this.#rules.set(rule.ruleId, replaced);
    return replaced;
  }

  clear(): void {
    this.#rules.clear();
    this.#nextRuleId = firstRuleId;
  }

  #lowestPriority(): number {
    return Math.max(0, ...this.all().map((rule) => rule.rulePriority));
  }
}

/** The conditions of a rule in the cloud's words. */
export function conditionsOf(rule: AccessRule): readonly RuleCondition[] {
  if (rule.destinationListIds.length === 0) return rule.otherConditions;
  const usesLists: RuleCondition = {
    attributeName: 'umbrella.destination.destination_list_ids',
    attributeOperator: 'INTERSECT',
    attributeValue: rule.destinationListIds,
  };
  return [usesLists, ...rule.otherConditions];
}
