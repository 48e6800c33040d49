import { describe, expect, it } from 'vitest';
import { deploymentConfigurationSchema } from '#shared/config/deployment-configuration.ts';
import { indicatorValueSchema } from '#shared/iocs/indicator.ts';
import { wouldLastUntil } from '../../../functions/decide-approvals/would-last-until.ts';
import { partOutcome } from '../../shared/approvals/held-request.ts';

const configuration = deploymentConfigurationSchema.parse({
  stage: 'test',
  organisations: { main: { secureAccess: { edition: 'global' } } },
  destinationLists: { 'soc-block': { organisation: 'main', id: 7001234 } },
  connections: {
    splunk: {
      kind: 'splunk-alert',
      authentication: 'bearer-token',
      destinationLists: ['soc-block'],
      lease: { hours: 48 },
    },
  },
  leases: { hours: 720, hoursOfLowConfidence: { below: 50, hours: 24 } },
});
const now = new Date('2026-12-01T04:20:00Z');
const indicator = { type: 'domain', value: indicatorValueSchema.parse('a.example'), reason: 'x' } as const;

describe('how long a block would last that is approved now', () => {
  it.each([
    ['as the connection says', { connection: 'splunk' }, '2026-12-03T05:00:00.000Z'],
    [
      'shorter where the sender was not sure',
      { connection: undefined, confidence: 20 },
      '2026-12-02T05:00:00.000Z',
    ],
    ['as the deployment says', { connection: undefined }, '2026-12-31T05:00:00.000Z'],
    ['so too where the connection is gone', { connection: 'former' }, '2026-12-31T05:00:00.000Z'],
  ])('is %s', (_what, over, until) => {
    const part = { outcome: partOutcome(over), indicators: [indicator] as const };
    expect(wouldLastUntil(configuration)(part, indicator, now).toISOString()).toBe(until);
  });
});
