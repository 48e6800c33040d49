import fc from 'fast-check';
import { expect, it } from 'vitest';
import { OutcomeUnknown } from '#shared/errors/outcome-unknown.ts';
import { deployChanges } from '#shared/firewalls/deploy-changes.ts';
import type { DeploymentEnd, FirewallDeployments } from '#shared/firewalls/firewall-deployments.ts';
import type { GroupUsages } from '#shared/firewalls/group-usage.ts';
import { buildFirewall, buildPending, buildRule, buildUsage } from './build-usage.ts';
import { MemoryDeploymentRecords } from './memory-deployment-records.ts';

const atMostEveryMinutes = 15;
const firewall = buildFirewall(1);
const group = { uid: 'a', name: 'soc-block', memberOf: [] };

/** What happens to one run. */
type Misfortune = 'none' | 'answer-lost' | 'killed-before-start' | 'killed-after-start' | 'fails' | 'slow';

const pass = fc.record({
  minutesLater: fc.integer({ min: 0, max: 40 }),
  misfortune: fc.constantFrom<Misfortune>(
    'none',
    'answer-lost',
    'killed-before-start',
    'killed-after-start',
    'fails',
    'slow',
  ),
});

/** A firewall that always has something pending, and a cloud that remembers each deployment. */
class World implements FirewallDeployments {
  readonly mostFirewallsPerDeployment = 50;
  readonly startedAtMinute: number[] = [];
  misfortune: Misfortune = 'none';
  minute = 0;
  readonly #started = new Map<string, { reference: string }>();

  async start(_firewalls: unknown, deploymentId: string): Promise<string> {
    if (this.misfortune === 'killed-before-start') throw new Error('killed');
    const reference = `transaction-${this.startedAtMinute.length}`;
    this.startedAtMinute.push(this.minute);
    this.#started.set(deploymentId, { reference });
    if (this.misfortune === 'answer-lost') throw new OutcomeUnknown('the answer was lost');
    return reference;
  }

  async find({ deploymentId }: { deploymentId: string }): Promise<string | undefined> {
    return this.#started.get(deploymentId)?.reference;
  }

  async end(): Promise<ReadonlyMap<typeof firewall.uid, DeploymentEnd>> {
    if (this.misfortune === 'killed-after-start') throw new Error('killed');
    const ends = { fails: { kind: 'failed', reason: 'x' }, slow: { kind: 'still-running' } } as const;
    const { misfortune } = this;
    const end =
      misfortune === 'fails' || misfortune === 'slow' ? ends[misfortune] : ({ kind: 'done' } as const);
    return new Map([[firewall.uid, end]]);
  }
}

it('deployments to one firewall are never closer than the interval, whatever befalls the runs, and they go on', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(pass, { maxLength: 30 }), async (passes) => {
      const world = new World();
      const records = new MemoryDeploymentRecords();
      const usage = buildUsage({
        rules: [buildRule({ kind: 'denies' }, firewall)],
        pending: [buildPending(firewall)],
      });
      const usages: GroupUsages = { usagesOf: async () => new Map([[group.uid, usage]]) };
      const run = async () => {
        const now = new Date(world.minute * 60_000);
        const newDeploymentId = () => `${world.minute}-${world.startedAtMinute.length}`;
        const ports = { usages, deployments: world, records, clock: { now: () => now }, newDeploymentId };
        await deployChanges([group], { deploy: 'auto', atMostEveryMinutes }, ports, now).catch(
          () => undefined,
        );
      };
      for (const { minutesLater, misfortune } of passes) {
        world.minute += minutesLater;
        world.misfortune = misfortune;
        records.isRunKilled = misfortune.startsWith('killed');
        await run();
      }
      const gaps = world.startedAtMinute
        .slice(1)
        .map((at, index) => at - (world.startedAtMinute[index] ?? 0));
      expect(gaps.every((gap) => gap >= atMostEveryMinutes)).toBe(true);

      // After whatever happened, two calm days with a run every hour bring a deployment to its end.
      world.misfortune = 'none';
      records.isRunKilled = false;
      for (let hour = 0; hour < 48; hour += 1) {
        world.minute += 60;
        await run();
      }
      expect(records.all()).toMatchObject([{ state: { kind: 'done' }, failuresBefore: expect.any(Number) }]);
    }),
    { numRuns: 200 },
  );
});
