import { describe, expect, it } from 'vitest';
import { enforcementOfGroup } from '#shared/firewalls/enforcement-of-group.ts';
import { unprovenGroupUsages } from '#shared/firewalls/unproven-group-usages.ts';
import { buildFirewall, buildPending, buildRule, buildUsage } from './build-usage.ts';

const west = buildFirewall(1);
const east = buildFirewall(2);
const denies = buildRule({ kind: 'denies' }, west);

describe('a group', () => {
  it('is enforced when an active rule denies it and nothing is pending', () => {
    expect(enforcementOfGroup(buildUsage({ rules: [denies] }))).toEqual({ kind: 'enforced' });
  });

  it.each([
    ['no rule uses it', {}, 'not-used: no rule of a firewall denies this group, so it has no effect yet'],
    [
      'its rule is not active',
      { rules: [buildRule({ kind: 'denies-nothing', because: 'it is not active' }, west)] },
      'not-used: rule 1 on fw-1 uses this group, but it is not active',
    ],
    [
      'a firewall could not be asked',
      { unread: [{ firewall: east, because: 'Firewall Manager does not have them' }] },
      'not-used: no rule that could be read uses this group; the rules of fw-2 could not be read: Firewall Manager does not have them',
    ],
    [
      'its firewall waits for it',
      { rules: [denies], pending: [buildPending(west)] },
      'awaiting-deployment: the change is not deployed to fw-1 yet',
    ],
    [
      'several firewalls wait for it',
      { rules: [denies], pending: [buildPending(west), buildPending(east)] },
      'awaiting-deployment: the change is not deployed to fw-1 and 1 more yet',
    ],
    [
      'it is not known what its firewall has',
      { rules: [denies], pending: [buildPending(west, { state: 'unknown' })] },
      'awaiting-deployment: whether fw-1 has the group as it is written is not known',
    ],
    [
      'its deployment failed',
      { rules: [denies], pending: [buildPending(west, { lastFailure: 'device unreachable' })] },
      'deployment-failed: the change is not deployed to fw-1 yet; the last deployment failed: device unreachable',
    ],
    [
      'the deployment to one of its firewalls failed while another waits',
      {
        rules: [denies],
        pending: [buildPending(east), buildPending(west, { lastFailure: 'device unreachable' })],
      },
      'deployment-failed: the change is not deployed to fw-1 and 1 more yet; the last deployment failed: device unreachable',
    ],
  ])('is not enforced when %s', (_said, usage, reason) => {
    expect(enforcementOfGroup(buildUsage(usage))).toEqual({ kind: 'not-enforced', reason });
  });

  it.each([
    [true, 'used-by-permit-rule: rule 1 on fw-2 lets through what is in this group'],
    [
      false,
      'used-by-permit-rule: rule 1 on fw-2 (switched off, but it would open the group when switched on) lets through what is in this group',
    ],
  ])('is unsafe when a rule permits it beside one that denies it: active %s', (isActive, reason) => {
    const rules = [denies, buildRule({ kind: 'permits', isActive }, east)];
    expect(enforcementOfGroup(buildUsage({ rules }))).toEqual({ kind: 'unsafe', reason });
  });

  it('is not enforced where nobody can look at the firewalls', async () => {
    const usages = await unprovenGroupUsages.usagesOf([{ uid: 'a', name: 'soc-block', memberOf: [] }]);
    expect([...usages.values()].map(enforcementOfGroup)).toMatchObject([{ kind: 'not-enforced' }]);
  });
});
