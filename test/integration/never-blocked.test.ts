import { beforeEach, describe, expect, it } from 'vitest';
import { loadConfiguration } from '#infra/config/load-configuration.ts';
import { chunksOf } from '#shared/non-empty.ts';
import { companySettings, neverBlockValues } from '#test/shared/iocs/guard/never-block.ts';
import { DeployedSystem } from './deployed-system.ts';

const system = new DeployedSystem();

beforeEach(() => system.simulator.forget());

/** Of every kind and every spelling: each fifth of the generated values is more than five thousand. */
const values = neverBlockValues()
  .filter((_, index) => index % 5 === 0)
  .map(({ value }) => value);

describe('what must never be blocked without a person', () => {
  it('is configured for the local run as the generated values expect it', () => {
    expect(loadConfiguration('infra/config/local.json').guard).toMatchObject(companySettings);
  });

  it(`does not reach Secure Access: ${values.length} values of every kind and spelling, in bodies of 2,500`, async () => {
    expect(values.length).toBeGreaterThan(5_000);

    const accepted = [];
    for (const indicators of chunksOf(values, 2_500)) {
      accepted.push(await system.accepted('ioc-list', { indicators: [...indicators] }));
    }
    const ended = [];
    for (const { requestId } of accepted) ended.push(...(await system.settled(requestId)).indicators);

    expect(new Set(ended.map(({ status }) => status))).toEqual(new Set(['rejected', 'held']));
    expect(await system.simulator.posts()).toBe(0);
  });
});
