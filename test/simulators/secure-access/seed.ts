import type { ConsoleKey } from './api-key.ts';
import type { Cloud } from './cloud.ts';
import { seededNetworkObjectGroup } from './network-objects/seed-network-objects.ts';
import { putConsoleKey } from './put-console-key.ts';

/**
 * The key that exists from the start: what blocking, its look at the reports, rotating the log bucket's key and cutting
 * people off need.
 */
export const seededKey = {
  id: 'e1f7c9a2-5b3d-4c80-9f16-0a2b4c6d8e01',
  key: 'local-key',
  secret: 'local-secret',
  name: 'Local blocking',
  scopes: [
    'policies.destinationLists:read',
    'policies.destinations:read',
    'policies.destinations:write',
    'policies.rules:read',
    'policies.objects.networkObjectGroups:read',
    'policies.objects.networkObjectGroups:write',
    'policies.objects.networkObjects:read',
    'reports.aggregations:read',
    'reports.utilities:read',
    'admin.iam:write',
    'admin.vpn:read',
    'admin.vpn:write',
    'admin.ztna.certificates:read',
    'admin.ztna.enrollment:write',
    'deployments.roamingcomputers:read',
    'deployments.roamingcomputers:write',
  ],
} as const satisfies ConsoleKey;

/** The KeyAdmin key that exists from the start, which can do everything to ordinary keys and nothing else. */
export const seededKeyAdminKey = {
  id: 'e1f7c9a2-5b3d-4c80-9f16-0a2b4c6d8e02',
  key: 'local-key-admin',
  secret: 'local-key-admin-secret',
  name: 'Local key admin',
  scopes: [
    'admin.apikeys:read',
    'admin.apikeys:create',
    'admin.apikeys:update',
    'admin.apikeys:delete',
    'admin.apikeys:refresh',
  ],
} as const satisfies ConsoleKey;

/** The key that exists from the start for rotating the key of the log bucket. */
export const seededLogBucketRotatorKey = {
  id: 'e1f7c9a2-5b3d-4c80-9f16-0a2b4c6d8e03',
  key: 'local-log-bucket-key',
  secret: 'local-log-bucket-secret',
  name: 'Local log bucket rotation',
  scopes: ['admin.iam:write'],
} as const satisfies ConsoleKey;

/** What a person would have copied when the log bucket was made. */
export const seededLogBucketKey = {
  keyId: 'AKIALOCALLOGBUCKET01',
  secretAccessKey: 'local-log-bucket-secret-access-key',
} as const;

/** The lists that exist from the start; all are empty. */
export const seededLists = {
  usedByBlockRule: { id: 7_001_234, name: 'soc-block' },
  usedByAllowRule: { id: 7_001_235, name: 'partner-allow' },
  usedByNoRule: { id: 7_001_236, name: 'unused' },
} as const;

/** Makes the keys, the log bucket's too. */
export function seedKeys(cloud: Cloud): void {
  for (const key of [seededKey, seededKeyAdminKey, seededLogBucketRotatorKey]) putConsoleKey(key, cloud);
  cloud.logBucket.put({ ...seededLogBucketKey, createdAt: cloud.clock.now() });
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
    {
      ...usual,
      ruleName: 'SOC block',
      ruleAction: 'block',
      destinationListIds: [usedByBlockRule.id],
      // The destinations of a rule are joined by OR.
      otherConditions: [
        {
          attributeName: 'umbrella.destination.networkObjectGroupIds',
          attributeOperator: 'INTERSECT',
          attributeValue: [seededNetworkObjectGroup.id],
        },
      ],
    },
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
