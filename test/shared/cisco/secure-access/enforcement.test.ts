import { describe, expect, it } from 'vitest';
import type { RuleUsingList } from '#shared/cisco/secure-access/access-rules.ts';
import { enforcementByAccess, enforcementByRules } from '#shared/cisco/secure-access/enforcement.ts';

function rule(action: string, state: 'enabled' | 'disabled'): RuleUsingList {
  return { ruleId: 1, name: `${state} ${action}`, action, isEnabled: state === 'enabled' };
}

describe('a list of Secure Access', () => {
  it.each<[rules: RuleUsingList[], kind: string, reason: string | undefined]>([
    [[], 'not-enforced', 'no-rule-uses-list: '],
    [[rule('block', 'enabled')], 'enforced', undefined],
    [[rule('block', 'disabled')], 'not-enforced', 'block-rule-disabled: the block rule "disabled block"'],
    [[rule('block', 'disabled'), rule('block', 'enabled')], 'enforced', undefined],
    [[rule('allow', 'enabled')], 'unsafe', 'used-by-allow-rule: the allow rule "enabled allow" uses'],
    [
      [rule('allow', 'disabled')],
      'unsafe',
      'used-by-allow-rule: the allow rule "disabled allow" (disabled, but',
    ],
    [[rule('block', 'enabled'), rule('allow', 'enabled')], 'unsafe', 'used-by-allow-rule: '],
    [[rule('block', 'enabled'), rule('allow', 'disabled')], 'unsafe', 'used-by-allow-rule: '],
    [[rule('warn', 'enabled')], 'unsafe', 'used-by-allow-rule: the warn rule'],
    [[rule('unknown', 'enabled')], 'unsafe', 'used-by-allow-rule: the unknown rule'],
  ])('that the rules %j use is %s', (rules, kind, reason) => {
    const enforcement = enforcementByRules(rules);
    expect(enforcement.kind).toBe(kind);
    const given = enforcement.kind === 'enforced' ? undefined : enforcement.reason;
    if (reason === undefined) expect(given).toBeUndefined();
    else expect(given).toContain(reason);
  });
});

describe('a list of Umbrella', () => {
  it.each([
    ['block', 'enforced'],
    ['allow', 'unsafe'],
    ['none', 'unsafe'],
    ['warn', 'unsafe'],
    ['url_proxy', 'unsafe'],
    ['Block', 'unsafe'],
    [undefined, 'unsafe'],
  ])('whose access is %s is %s', (access, kind) => {
    expect(enforcementByAccess(access).kind).toBe(kind);
  });
});
