import { randomUUID } from 'node:crypto';
import { z } from 'zod';
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

const unrelated = { uid: '7131daad-1c6b-4c1f-9b8e-0a5d4e3f2d01', isActive: true, side: 'source' } as const;

/** The rule that exists from the start, and has nothing to do with any group. */
const seededRule: AccessRule = {
  ...unrelated,
  deviceUid: seededDevices.firstHeadend.uid,
  action: 'PERMIT',
  network: { name: 'any' },
  isShadowed: false,
  sharedWith: [],
  sharedGroupUid: undefined,
};

/** The rules on all firewalls. */
export class AccessRules {
  #rules: readonly AccessRule[] = [seededRule];

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
    this.#rules = [seededRule];
  }
}
