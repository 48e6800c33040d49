import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DeployPolicy } from '#shared/firewalls/deploy-policy.ts';
import type { Deployment, DeploymentState } from '#shared/firewalls/deployment.ts';
import type { Firewall } from '#shared/firewalls/firewall.ts';
import type { GroupUsage } from '#shared/firewalls/group-usage.ts';
import { planDeployments } from '#shared/firewalls/plan-deployments.ts';
import { buildFirewall, buildPending, buildRule, buildUsage } from './build-usage.ts';

const now = new Date('2026-01-01T12:00:00Z');
const auto: DeployPolicy = { deploy: 'auto', atMostEveryMinutes: 15 };
const ftd = buildFirewall(1);

function plan(
  usages: readonly GroupUsage[],
  { policy = auto, last }: { policy?: DeployPolicy; last?: Deployment } = {},
) {
  const latest = new Map(last ? [[last.firewall.uid, last]] : []);
  return planDeployments(usages, latest, { policy, mostFirewallsPerDeployment: 50, now });
}

function deniedOn(...firewalls: readonly Firewall[]): GroupUsage {
  const rules = [buildRule({ kind: 'denies' }, ...firewalls)];
  return buildUsage({ rules, pending: firewalls.map((firewall) => buildPending(firewall)) });
}

function lastDeployment(minutesAgo: number, state: DeploymentState, failuresBefore = 0): Deployment {
  const askedAt = new Date(now.getTime() - minutesAgo * 60_000);
  const otherChanges = { kind: 'listed', changes: [] } as const;
  return { firewall: ftd, deploymentId: 'before', askedAt, otherChanges, failuresBefore, state };
}

describe('what is deployed', () => {
  it('is every firewall that waits for a group which it denies, in as few deployments as possible', () => {
    const ftds = Array.from({ length: 120 }, (_, index) => buildFirewall(index + 1));
    const asas = [buildFirewall(901, 'alone'), buildFirewall(902, 'alone')];
    const { deployments, waiting } = plan([deniedOn(...ftds, ...asas), deniedOn(...ftds)]);
    expect(deployments.map(({ length }) => length)).toEqual([1, 1, 50, 50, 20]);
    expect(waiting).toEqual([]);
  });

  it('is nothing while deployment is not switched on', () => {
    expect(plan([deniedOn(ftd)], { policy: { deploy: 'never' } })).toMatchObject({
      deployments: [],
      waiting: [{ because: { kind: 'switched-off' } }],
    });
  });

  const elsewhere = buildFirewall(2, 'elsewhere');
  const other = buildFirewall(3);
  it.each<[string, readonly GroupUsage[], object]>([
    ['that somebody else manages', [deniedOn(elsewhere)], { kind: 'deployed-elsewhere' }],
    [
      'without a rule that denies the group',
      [buildUsage({ pending: [buildPending(ftd)] })],
      { kind: 'no-deny-rule' },
    ],
    [
      'where only another firewall denies the group',
      [buildUsage({ rules: [buildRule({ kind: 'denies' }, other)], pending: [buildPending(ftd)] })],
      { kind: 'no-deny-rule' },
    ],
    [
      'whose deployment would open another group that waits there',
      [
        deniedOn(ftd),
        buildUsage({
          rules: [buildRule({ kind: 'permits', isActive: true }, ftd)],
          pending: [buildPending(ftd)],
        }),
      ],
      { kind: 'permit-rule', rule: 'rule 1 on fw-1' },
    ],
    [
      'of which nobody knows whether it lacks anything',
      [{ ...deniedOn(ftd), pending: [buildPending(ftd, { state: 'unknown' })] }],
      { kind: 'state-unknown' },
    ],
  ])('is not a firewall %s', (_said, usages, because) => {
    expect(plan(usages)).toMatchObject({ deployments: [], waiting: [{ because }] });
  });
});

describe('the deployments to one firewall', () => {
  const done = { kind: 'done', endedAt: now } as const;
  const failed = { kind: 'failed', endedAt: now, reason: 'unreachable' } as const;
  const lost = { kind: 'lost', noticedAt: now } as const;

  it.each<[string, Deployment, string | undefined]>([
    ['a deployment 14 minutes ago', lastDeployment(14, done), '2026-01-01T12:01:00.000Z'],
    ['a deployment 15 minutes ago', lastDeployment(15, done), undefined],
    ['a lost one 14 minutes ago', lastDeployment(14, lost), '2026-01-01T12:01:00.000Z'],
    ['a lost one 15 minutes ago', lastDeployment(15, lost), undefined],
    ['a failure 29 minutes ago', lastDeployment(29, failed), '2026-01-01T12:01:00.000Z'],
    ['a failure 30 minutes ago', lastDeployment(30, failed), undefined],
    ['three failures, the last 119 minutes ago', lastDeployment(119, failed, 2), '2026-01-01T12:01:00.000Z'],
    ['countless failures, the last 23:59 ago', lastDeployment(1_439, failed, 99), '2026-01-01T12:01:00.000Z'],
    ['countless failures, the last a day ago', lastDeployment(1_440, failed, 99), undefined],
    ['a success 15 minutes ago after failures', lastDeployment(15, done, 9), undefined],
  ])('after %s', (_said, last, waitsUntil) => {
    const { deployments, waiting } = plan([deniedOn(ftd)], { last });
    expect(deployments).toHaveLength(waitsUntil === undefined ? 1 : 0);
    expect(waiting).toMatchObject(
      waitsUntil === undefined ? [] : [{ because: { kind: 'not-before', at: new Date(waitsUntil) } }],
    );
  });

  it.each<DeploymentState>([{ kind: 'asked' }, { kind: 'running', reference: 'transaction' }])(
    'wait while one is under way: $kind',
    (state) => {
      const last = lastDeployment(600, state);
      expect(plan([deniedOn(ftd)], { last }).waiting).toMatchObject([{ because: { kind: 'under-way' } }]);
    },
  );
});

it('each waiting firewall is deployed to once or waits with a reason, whatever waits and for which groups', () => {
  const deployed = fc.constantFrom<Firewall['deployed']>('alone', 'with-others', 'elsewhere');
  const kindOf = fc.array(deployed, { minLength: 1, maxLength: 130 });
  fc.assert(
    fc.property(kindOf, fc.array(fc.nat(129), { maxLength: 300 }), (kinds, picks) => {
      const firewalls = kinds.map((kind, index) => buildFirewall(index + 1, kind));
      const picked = picks.flatMap((pick) => firewalls[pick] ?? []);
      const half = Math.floor(picked.length / 2);
      const result = plan([deniedOn(...picked.slice(0, half)), deniedOn(...picked.slice(half))]);
      const planned = [...result.deployments.flat(), ...result.waiting.map(({ pending }) => pending)];
      const uids = planned.map(({ firewall }) => firewall.uid).sort();
      expect(uids).toEqual([...new Set(picked.map(({ uid }) => uid))].sort());
      for (const deployment of result.deployments) {
        const isAlone = deployment.some(({ firewall }) => firewall.deployed === 'alone');
        expect(deployment.length).toBeLessThanOrEqual(isAlone ? 1 : 50);
      }
    }),
  );
});
