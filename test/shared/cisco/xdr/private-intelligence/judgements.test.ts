import { describe, expect, it } from 'vitest';
import { importBundle } from '#shared/cisco/xdr/private-intelligence/import-bundle.ts';
import { expireJudgement, findJudgements } from '#shared/cisco/xdr/private-intelligence/judgements.ts';
import { GiveUp } from '#shared/errors/give-up.ts';
import { startSimulatedXdr } from '../simulated-xdr.ts';
import { judgement } from './written.ts';

describe('judgements', () => {
  it('are found by an id that they share, each with its end', async () => {
    const { client } = await startSimulatedXdr();
    const furtherExternalIds = ['block-of/ä 1'];
    const validUntil = new Date('2026-02-28T08:00:00Z');
    await importBundle(client, {
      source: 'SCC Automations',
      judgements: [
        judgement('case-1', { furtherExternalIds }),
        judgement('case-2', { furtherExternalIds, validUntil }),
        judgement('case-3'),
      ],
    });

    const found = await findJudgements(client, 'block-of/ä 1');

    expect(found.map((one) => one.validUntil)).toEqual([new Date('2026-01-31T08:00:00Z'), validUntil]);
    expect(await findJudgements(client, 'other')).toEqual([]);
  });

  it('end when they are expired, with the reason', async () => {
    const { client, control, calls } = await startSimulatedXdr();
    const written = judgement('case-1');
    await importBundle(client, { source: 'SCC Automations', judgements: [written] });
    const [stored] = await findJudgements(client, written.externalId);
    if (!stored) throw new Error('it was written');

    await expireJudgement(client, stored, 'released & done');

    expect(control.entities()[0]?.body).toMatchObject({
      valid_time: { start_time: '2026-01-01T08:00:00.000Z', end_time: '2026-01-01T08:00:00.000Z' },
      reason: expect.stringContaining('released & done'),
    });
    expect(calls().at(-1)).toMatch(/^POST \/ctia\/judgement\/judgement-[^/]+\/expire\?reason=released/);
  });

  it('that somebody deleted cannot be expired', async () => {
    const { client } = await startSimulatedXdr();
    const gone = { id: 'https://private.intel.amp.cisco.com:443/ctia/judgement/judgement-1' };

    await expect(expireJudgement(client, gone, 'released')).rejects.toThrow(GiveUp);
  });
});
