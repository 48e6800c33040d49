import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { seededNetworkGroup } from '../../security-cloud-control/objects/seed-objects.ts';
import { seededDevices } from '../devices.ts';

/** A rule as a test makes it, whatever kind of firewall it stands on. */
export const accessRuleSchema = z.strictObject({
  deviceUid: z.uuid().default(seededDevices.firstHeadend.uid),
  action: z.enum(['DENY', 'PERMIT']),
  isActive: z.boolean().default(true),
  side: z.enum(['source', 'destination']).default('source'),
  network: z
    .strictObject({
      name: z.string().min(1),
      uid: z.uuid().optional(),
      elements: z.array(z.string()).optional(),
    })
    .describe('What it names there: a group, by its name and perhaps its uid, or what it consists of.'),
  isShadowed: z.boolean().default(false).describe('A rule above it is met first. Of an ASA only.'),
  sharedWith: z
    .array(z.uuid())
    .default([])
    .describe('It stands in a shared access group that is applied to these ASAs too.'),
});

export type AccessRuleInput = z.input<typeof accessRuleSchema>;

export interface AccessRule extends z.infer<typeof accessRuleSchema> {
  readonly uid: string;
  /** Of the shared access group, where it stands in one. */
  readonly sharedGroupUid: string | undefined;
}

const onFirstHeadend: Omit<AccessRule, 'uid' | 'action' | 'network'> = {
  deviceUid: seededDevices.firstHeadend.uid,
  isActive: true,
  side: 'source',
  isShadowed: false,
  sharedWith: [],
  sharedGroupUid: undefined,
};

/** The rules that exist from the start: one denies the seeded group of common objects, the last permits the rest. */
const seededRules: readonly AccessRule[] = [
  {
    ...onFirstHeadend,
    uid: '7131daad-1c6b-4c1f-9b8e-0a5d4e3f2d01',
    action: 'DENY',
    network: { name: seededNetworkGroup.name, uid: seededNetworkGroup.id },
  },
  {
    ...onFirstHeadend,
    uid: '7131daad-1c6b-4c1f-9b8e-0a5d4e3f2d02',
    action: 'PERMIT',
    network: { name: 'any' },
  },
];

/** The rules on all firewalls. */
export class AccessRules {
  #rules: readonly AccessRule[] = seededRules;

  all(): readonly AccessRule[] {
    return this.#rules;
  }

  add(rule: z.infer<typeof accessRuleSchema>): AccessRule {
    const sharedGroupUid = rule.sharedWith.length === 0 ? undefined : randomUUID();
    const added = { ...rule, uid: randomUUID(), sharedGroupUid };
    this.#rules = [...this.#rules, added];
    return added;
  }

  remove(uid: string): void {
    this.#rules = this.#rules.filter((rule) => rule.uid !== uid);
  }

  clear(): void {
    this.#rules = seededRules;
  }
}
