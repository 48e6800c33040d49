import { describe, expect, it } from 'vitest';
import { destinationListNameSchema, organisationNameSchema } from '#shared/config/names.ts';
import type { OutgoingEvent } from '#shared/events/event-publisher.ts';
import { deployAndTell } from '#shared/firewalls/deploy-and-tell.ts';
import type { DeploymentReport } from '#shared/firewalls/deploy-changes.ts';
import type { DeployingOrganisation } from '#shared/firewalls/deploying-organisation.ts';
import type { Deployment, DeploymentState } from '#shared/firewalls/deployment.ts';
import type { DeploymentRecords } from '#shared/firewalls/deployment-records.ts';
import type { OtherChanges } from '#shared/firewalls/group-usage.ts';
import { buildFirewall, buildPending } from './build-usage.ts';
import { MemoryDeploymentRecords } from './memory-deployment-records.ts';

const organisation: DeployingOrganisation = {
  name: organisationNameSchema.parse('main'),
  groups: [destinationListNameSchema.parse('firewalls'), destinationListNameSchema.parse('by-hand')],
};
const endedAt = new Date('2026-12-01T10:00:00Z');
const nothing: DeploymentReport = { ended: [], underWay: [], waiting: [] };

function deployment(state: DeploymentState, otherChanges: OtherChanges = { kind: 'not-listed' }): Deployment {
  const askedAt = new Date('2026-12-01T09:58:00Z');
  return { firewall: buildFirewall(1), deploymentId: 'one', askedAt, otherChanges, failuresBefore: 0, state };
}

/** Runs `deploy`, and tells what was published, compared and heard. */
async function told(deploy: (records: DeploymentRecords) => Promise<DeploymentReport>) {
  const published: OutgoingEvent[] = [];
  const compared: string[] = [];
  const heard: string[] = [];
  const run = deployAndTell(organisation, deploy, {
    records: new MemoryDeploymentRecords(),
    events: { publish: async (events) => void published.push(...events) },
    compare: async (group) => void compared.push(group),
    listener: {
      ended: ({ state }) => heard.push(state.kind),
      waits: ({ because }) => heard.push(because.kind),
    },
  });
  const error = await run.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return { published, compared, heard, error };
}

const ends = (ended: Deployment) => async (records: DeploymentRecords) => {
  await records.goOn(ended);
  return nothing;
};

describe('a deployment that came to an end', () => {
  it('is told with what of others went along, and all groups of the organisation are compared', async () => {
    const others = Array.from({ length: 53 }, (_, index) => `change ${index}`);
    const done = deployment({ kind: 'done', endedAt }, { kind: 'listed', changes: others });

    const { published, compared, heard } = await told(ends(done));

    expect(published).toEqual([
      {
        source: 'scc-automations.deploy-network-groups',
        detailType: 'DeploymentEnded',
        detail: {
          version: 1,
          eventId: expect.stringMatching(/^evt_[0-9a-f]{32}$/),
          organisation: 'main',
          firewall: { uid: buildFirewall(1).uid, name: 'fw-1' },
          groups: ['firewalls', 'by-hand'],
          result: 'done',
          alsoPending: { kind: 'listed', changes: others.slice(0, 50), more: 3 },
          occurredAt: '2026-12-01T10:00:00.000Z',
        },
      },
    ]);
    expect(compared).toEqual(['firewalls', 'by-hand']);
    expect(heard).toEqual(['done']);
  });

  it('badly is told with the reason', async () => {
    const failed = deployment({ kind: 'failed', endedAt, reason: 'Device unreachable' });
    const { published, compared } = await told(ends(failed));
    expect(published).toMatchObject([
      { detail: { result: 'failed', reason: 'Device unreachable', alsoPending: { kind: 'not-listed' } } },
    ]);
    expect(compared).toHaveLength(2);
  });

  it('has the same event id when it is told again', async () => {
    const done = ends(deployment({ kind: 'done', endedAt }));
    const ids = [await told(done), await told(done)].map(({ published }) => published[0]?.detail);
    expect(ids[0]).toEqual(ids[1]);
  });

  it('is told although the run fails afterwards', async () => {
    const { published, compared, error } = await told(async (records) => {
      await records.goOn(deployment({ kind: 'done', endedAt }));
      throw new Error('the rules cannot be read');
    });
    expect(published).toHaveLength(1);
    expect(compared).toHaveLength(2);
    expect(error).toEqual(new Error('the rules cannot be read'));
  });

  it('unknown is no event, but what the firewalls have is looked at', async () => {
    const { published, compared, heard } = await told(ends(deployment({ kind: 'lost', noticedAt: endedAt })));
    expect(published).toEqual([]);
    expect(compared).toHaveLength(2);
    expect(heard).toEqual(['lost']);
  });
});

it.each<DeploymentState>([{ kind: 'asked' }, { kind: 'running', reference: 'transaction-1' }])(
  'a deployment that is $kind is not told',
  async (state) => {
    expect(await told(ends(deployment(state)))).toMatchObject({ published: [], compared: [], heard: [] });
  },
);

it('a firewall that waits is heard of, and is no event', async () => {
  const waiting = [{ pending: buildPending(buildFirewall(1)), because: { kind: 'no-deny-rule' } }] as const;
  const { heard, published, compared } = await told(async () => ({ ...nothing, waiting }));
  expect(heard).toEqual(['no-deny-rule']);
  expect([published, compared]).toEqual([[], []]);
});
