import { describe, expect, it } from 'vitest';
import { acceptFindings } from '#shared/aws-findings/accept-findings.ts';
import { deploymentConfigurationSchema } from '#shared/config/deployment-configuration.ts';
import { RefusedInput } from '#shared/errors/refused-input.ts';
import { blockRequestedSchema } from '#shared/events/block-requested.ts';
import type { OutgoingEvent } from '#shared/events/event-publisher.ts';
import { usualGuard } from '../iocs/guard/usual-guard.ts';

const configuration = deploymentConfigurationSchema.parse({
  stage: 'test',
  organisations: { main: { secureAccess: { edition: 'global' } } },
  destinationLists: {
    'soc-block': { organisation: 'main', id: 7001234 },
    second: { organisation: 'main', id: 7001235 },
  },
  connections: {},
  awsFindings: { guardDuty: { destinationLists: ['soc-block', 'second'], minimumSeverity: 'medium' } },
});

function guardDutyEvent(severity: number) {
  return {
    id: 'event-1',
    source: 'aws.guardduty',
    'detail-type': 'GuardDuty Finding',
    time: '2026-11-22T03:00:00Z',
    detail: {
      id: 'finding-1',
      type: 'Backdoor:EC2/C&CActivity.B!DNS',
      region: 'eu-central-1',
      severity,
      title: 'A command and control server was asked for',
      service: {
        archived: false,
        resourceRole: 'TARGET',
        action: { actionType: 'DNS_REQUEST', dnsRequestAction: { domain: 'c2.botnet.example' } },
      },
    },
  };
}

async function accept(event: Parameters<typeof acceptFindings>[0]) {
  const published: OutgoingEvent[] = [];
  const publisher = { publish: async (events: readonly OutgoingEvent[]) => void published.push(...events) };
  return { answer: await acceptFindings(event, { configuration, publisher, guard: usualGuard }), published };
}

describe('a finding on the default bus', () => {
  it('becomes a command for each configured list, the same at every repeat', async () => {
    const first = await accept(guardDutyEvent(8));
    const again = await accept({ ...guardDutyEvent(8), id: 'event-2' });

    const commands = first.published.map(({ detail }) => blockRequestedSchema.parse(detail));
    expect(commands).toMatchObject([
      { destinationList: 'soc-block', indicators: [{ type: 'domain', value: 'c2.botnet.example' }] },
      { destinationList: 'second', indicators: [{ type: 'domain', value: 'c2.botnet.example' }] },
    ]);
    expect(again.published).toEqual(first.published);
  });

  it('below the configured severity is left alone', async () => {
    const { answer, published } = await accept(guardDutyEvent(2));
    expect(published).toEqual([]);
    expect(answer).toEqual({ findings: 0, commands: 0, held: 0, rejected: 0 });
  });

  it.each([
    [
      'of a service that is not configured',
      { source: 'aws.securityhub', 'detail-type': 'Security Hub Findings - Imported' },
    ],
    ['of an unknown service', { source: 'aws.inspector', 'detail-type': 'Finding' }],
    ['that is none', { detail: { hello: 'world' } }],
  ])('%s is refused, with the reason', async (_title, change) => {
    await expect(accept({ ...guardDutyEvent(8), ...change })).rejects.toThrow(RefusedInput);
  });
});
