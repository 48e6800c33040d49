import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deploymentOfRow, deploymentRow } from '#shared/aws/table/deployment-row.ts';
import { organisationNameSchema } from '#shared/config/names.ts';
import type { Deployment, DeploymentState } from '#shared/firewalls/deployment.ts';
import type { OtherChanges } from '#shared/firewalls/group-usage.ts';
import { buildFirewall } from '../../firewalls/build-usage.ts';

const organisation = organisationNameSchema.parse('main');
const moment = fc.date({ noInvalidDate: true, min: new Date('2000-01-01'), max: new Date('2100-01-01') });

const state: fc.Arbitrary<DeploymentState> = fc.oneof(
  fc.constant({ kind: 'asked' } as const),
  fc.record({ kind: fc.constant('running' as const), reference: fc.string() }),
  fc.record({ kind: fc.constant('done' as const), endedAt: moment }),
  fc.record({ kind: fc.constant('failed' as const), endedAt: moment, reason: fc.string() }),
  fc.record({ kind: fc.constant('lost' as const), noticedAt: moment }),
);

const otherChanges: fc.Arbitrary<OtherChanges> = fc.oneof(
  fc.constant({ kind: 'not-listed' } as const),
  fc.record({ kind: fc.constant('listed' as const), changes: fc.array(fc.string(), { maxLength: 100 }) }),
);

const deployment: fc.Arbitrary<Deployment> = fc.record({
  firewall: fc.constantFrom(buildFirewall(1), buildFirewall(2, 'alone')),
  deploymentId: fc.uuid(),
  askedAt: moment,
  otherChanges,
  failuresBefore: fc.nat(),
  state,
});

describe('a deployment in the table', () => {
  it('comes back as it was, through JSON', () => {
    fc.assert(
      fc.property(deployment, (written) => {
        const row: unknown = JSON.parse(JSON.stringify(deploymentRow(organisation, written)));
        expect(deploymentOfRow(row)).toEqual(written);
      }),
    );
  });

  it('keeps a hundred changes of others, and says how many more there were', () => {
    const changes = Array.from({ length: 5_000 }, (_, index) => `change ${index}`);
    const [sample] = fc.sample(deployment, 1);
    if (!sample) throw new Error('no sample');
    const row = deploymentRow(organisation, { ...sample, otherChanges: { kind: 'listed', changes } });
    expect(deploymentOfRow(row).otherChanges).toEqual({
      kind: 'listed',
      changes: [...changes.slice(0, 100), 'and 4900 more'],
    });
  });
});
