import type { ApiKey } from './api-keys.ts';
import type { Cloud } from './cloud.ts';

/** The key that exists from the start: what blocking needs, and no more. */
export const seededKey: ApiKey = {
  key: 'local-key',
  secret: 'local-secret',
  scopes: [
    'policies.destinationLists:read',
    'policies.destinations:read',
    'policies.destinations:write',
    'policies.rules:read',
  ],
};

/** The lists that exist from the start; all are empty. */
export const seededLists = {
  usedByBlockRule: { id: 7_001_234, name: 'soc-block' },
  usedByAllowRule: { id: 7_001_235, name: 'partner-allow' },
  usedByNoRule: { id: 7_001_236, name: 'unused' },
} as const;

export function seedKeys(cloud: Cloud): void {
  cloud.keys.put(seededKey);
}

/** Makes the lists and the rules that use them. */
export function seedLists(cloud: Cloud): void {
  const now = cloud.clock.now();
  for (const { id, name } of Object.values(seededLists)) {
    cloud.lists.create({ id, name, access: 'none', isGlobal: false, markedForDeletion: false }, now);
  }
  const usual = { ruleIsEnabled: true, ruleIsDefault: false, otherConditions: [] };
  const { usedByBlockRule, usedByAllowRule } = seededLists;
  cloud.rules.add(
    { ...usual, ruleName: 'SOC block', ruleAction: 'block', destinationListIds: [usedByBlockRule.id] },
    now,
  );
  cloud.rules.add(
    { ...usual, ruleName: 'Partner allow', ruleAction: 'allow', destinationListIds: [usedByAllowRule.id] },
    now,
  );
  cloud.rules.add(
    {
      ...usual,
      ruleName: 'Default internet access',
      ruleAction: 'allow',
      ruleIsDefault: true,
      destinationListIds: [],
      otherConditions: [
        { attributeName: 'umbrella.destination.all', attributeOperator: '=', attributeValue: true },
      ],
    },
    now,
  );
}
