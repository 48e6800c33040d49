import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { seededMaliciousHash } from '#test/simulators/xdr/seed.ts';
import { DeployedSystem } from './deployed-system.ts';
import { SimulatorRemote } from './simulator-remote.ts';

const system = new DeployedSystem();
const xdr = new SimulatorRemote(system.stack.simulators.xdr);

const deliberate = 'POST /iroh/iroh-enrich/deliberate/observables';
const trigger = 'POST /iroh/iroh-response/respond/trigger/{moduleInstanceId}/{actionId}';

const enrichedSchema = z.object({
  status: z.string(),
  indicators: z.array(
    z.looseObject({
      value: z.string(),
      status: z.string(),
      action: z.string().optional(),
      verdict: z.looseObject({ disposition: z.string() }).optional(),
    }),
  ),
});

/** A body, answered with the verdicts within 20 seconds. */
async function enrich(...indicators: string[]) {
  const answer = await system.post(
    'playbooks',
    { indicators, event_id: randomUUID() },
    { query: '?wait=20' },
  );
  expect(answer.status).toBe(200);
  return enrichedSchema.parse(await answer.json());
}

beforeEach(async () => {
  await system.simulator.forget();
  await xdr.forget();
});

describe('a webhook that asks to enrich', () => {
  it('has the verdicts in its reply, what the policy makes of them, and nothing is clean because it is unknown', async () => {
    const nobodyKnows = `n-${randomUUID()}.example`;

    const { status, indicators } = await enrich('bad.example', 'clean.example', nobodyKnows);

    expect(status).toBe('done');
    expect(indicators).toMatchObject([
      { value: 'bad.example', action: 'block', verdict: { disposition: 'malicious' } },
      { value: 'clean.example', action: 'none', verdict: { disposition: 'clean' } },
      { value: nobodyKnows, action: 'none', verdict: { disposition: 'unknown' } },
    ]);
    expect(indicators[0]).toMatchObject({ blocks: [{ status: expect.stringMatching(/enforced$/) }] });
  });

  it('asks XDR nothing about what it has asked lately', async () => {
    const values = Array.from({ length: 30 }, () => `n-${randomUUID()}.example`);
    await enrich(...values);
    expect((await xdr.counts())[deliberate]).toBe(2);
    await xdr.forget();

    await enrich(...values);

    expect((await xdr.counts())[deliberate] ?? 0).toBe(0);
  });

  it('has a malicious file blocked by the module that is configured, once', async () => {
    const first = await enrich(seededMaliciousHash);

    expect(first.indicators).toMatchObject([{ value: seededMaliciousHash, response: { result: 'done' } }]);
    expect((await xdr.counts())[trigger]).toBe(1);
  });
});
