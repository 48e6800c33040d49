import { describe, expect, it } from 'vitest';
import type { Deployment, DeploymentState } from '#shared/firewalls/deployment.ts';
import { describeDeployment, describeWaiting } from '#shared/firewalls/describe-deployment.ts';
import type { OtherChanges } from '#shared/firewalls/group-usage.ts';
import type { WaitingBecause } from '#shared/firewalls/plan-deployments.ts';
import { buildFirewall, buildPending } from './build-usage.ts';

const moment = new Date('2026-01-01T12:00:00Z');
const bobs: OtherChanges = {
  kind: 'listed',
  changes: ['UPDATE NetworkGroup "vpn-pool" by bob@acme.example'],
};

function deployment(state: DeploymentState, otherChanges: OtherChanges = bobs): Deployment {
  const firewall = buildFirewall(1);
  return { firewall, deploymentId: 'x', askedAt: moment, otherChanges, failuresBefore: 0, state };
}

describe('a deployment in words', () => {
  const done = { kind: 'done', endedAt: moment } as const;
  it.each<[Deployment, string]>([
    [
      deployment(done),
      'The changes are on fw-1. Changes of others went with them: UPDATE NetworkGroup "vpn-pool" by bob@acme.example.',
    ],
    [
      deployment(done, { kind: 'listed', changes: ['a', 'b', 'c', 'd', 'e', 'f', 'g'] }),
      'The changes are on fw-1. Changes of others went with them: a; b; c; d; e; and 2 more.',
    ],
    [
      deployment(done, { kind: 'listed', changes: [] }),
      'The changes are on fw-1. Nothing of others was pending there.',
    ],
    [
      deployment({ kind: 'failed', endedAt: moment, reason: 'unreachable' }, { kind: 'not-listed' }),
      'The deployment to fw-1 failed: unreachable. What else was pending there is not said by the vendor.',
    ],
    [
      deployment({ kind: 'lost', noticedAt: moment }),
      'What became of the deployment to fw-1 is not known. What is still pending there goes with the next.',
    ],
    [
      deployment({ kind: 'running', reference: 'x' }),
      'The deployment to fw-1 is under way. Changes of others go with it: UPDATE NetworkGroup "vpn-pool" by bob@acme.example.',
    ],
  ])('%# says how it ended and what went with it', (described, text) => {
    expect(describeDeployment(described)).toBe(text);
  });
});

describe('a firewall that waits', () => {
  it.each<[WaitingBecause, string]>([
    [{ kind: 'switched-off' }, 'set "deploy" to "auto"'],
    [{ kind: 'under-way' }, 'is under way'],
    [{ kind: 'not-before', at: moment }, 'not before 2026-01-01T12:00:00.000Z'],
    [{ kind: 'deployed-elsewhere' }, 'where that firewall is managed'],
    [{ kind: 'state-unknown' }, 'needs its first by a person'],
    [{ kind: 'no-deny-rule' }, 'no rule there is known to deny the group'],
    [{ kind: 'permit-rule', rule: 'rule 7 on fw-1' }, 'rule 7 on fw-1 would let through'],
  ])('because of $kind says what to do', (because, text) => {
    expect(describeWaiting({ pending: buildPending(buildFirewall(1)), because })).toContain(text);
  });
});
