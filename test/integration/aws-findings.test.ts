import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import guardDutyFinding from '../fixtures/aws-findings/guardduty.json' with { type: 'json' };
import securityHubEvent from '../fixtures/aws-findings/security-hub.json' with { type: 'json' };
import { DefaultBus, type ServiceEvent } from './default-bus.ts';
import { DeployedSystem, newDomains, statusCounts } from './deployed-system.ts';

const system = new DeployedSystem();
const bus = new DefaultBus(system);

beforeEach(() => system.simulator.forget());

const blocksSchema = z.object({ blocks: z.array(z.object({ requestId: z.string() })) });

/** A name that no other test has seen. */
function newName(): string {
  const [name = ''] = newDomains(1).indicators;
  return name;
}

/** What GuardDuty puts on the default bus when an instance asks for a name. */
function guardDutyFindingOn(domain: string): ServiceEvent {
  const { service } = guardDutyFinding;
  return {
    source: 'aws.guardduty',
    detailType: 'GuardDuty Finding',
    detail: {
      ...guardDutyFinding,
      id: randomUUID(),
      service: { ...service, action: { ...service.action, dnsRequestAction: { domain } } },
    },
  };
}

/** What Security Hub puts there: each finding with one listed name and its severity. */
function securityHubFindings(...findings: readonly { domain: string; severity: string }[]): ServiceEvent {
  const [template] = securityHubEvent.findings;
  return {
    source: 'aws.securityhub',
    detailType: 'Security Hub Findings - Imported',
    detail: {
      findings: findings.map(({ domain, severity }) => ({
        ...template,
        Id: `arn:aws:securityhub:us-east-1:000000000000:finding/${randomUUID()}`,
        Severity: { Label: severity },
        Network: undefined,
        ThreatIntelIndicators: [{ Type: 'DOMAIN', Value: domain }],
      })),
    },
  };
}

async function requestsThatBlock(domain: string): Promise<string[]> {
  const answer = await system.operatorGet(`/indicators/domain/${domain}`);
  return blocksSchema.parse(await answer.json()).blocks.map(({ requestId }) => requestId);
}

/** Waits until the name is blocked, and answers how everything in its request has ended. */
async function endOfRequestWith(domain: string): Promise<Record<string, number>> {
  await expect.poll(() => requestsThatBlock(domain), { timeout: 60_000, interval: 300 }).toHaveLength(1);
  const [requestId = ''] = await requestsThatBlock(domain);
  return statusCounts(await system.settled(requestId));
}

describe('a finding on the default bus', () => {
  it('of GuardDuty gets the name blocked that was asked for, and costs nothing when it comes again', async () => {
    const domain = newName();
    const finding = guardDutyFindingOn(domain);
    expect(await bus.deliver(finding)).toBe(1);
    expect(await endOfRequestWith(domain)).toEqual({ enforced: 1 });

    await bus.deliver(finding);
    // A later finding passes through the same queue: when it is done, the repeat has been dealt with too.
    const later = newName();
    await bus.deliver(guardDutyFindingOn(later));
    await endOfRequestWith(later);

    expect(await system.simulator.posts()).toBe(2);
    expect(await system.simulator.postedTwice()).toEqual([]);
  });

  it('of Security Hub gets what threat intelligence matched blocked, if it is severe enough', async () => {
    const [severe, mild] = [newName(), newName()];
    const findings = [
      { domain: mild, severity: 'LOW' },
      { domain: severe, severity: 'HIGH' },
    ];
    expect(await bus.deliver(securityHubFindings(...findings))).toBe(1);

    expect(await endOfRequestWith(severe)).toEqual({ enforced: 1 });
    expect(await requestsThatBlock(mild)).toEqual([]);
  });

  it('of another kind reaches nobody', async () => {
    const listed = guardDutyFindingOn(newName());
    expect(await bus.deliver({ ...listed, source: 'aws.inspector2' })).toBe(0);
  });
});
