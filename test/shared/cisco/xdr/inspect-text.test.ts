import { describe, expect, it } from 'vitest';
import { inspectText } from '#shared/cisco/xdr/inspect-text.ts';
import { startSimulatedXdr } from './simulated-xdr.ts';

describe('an inspection', () => {
  it('gives what XDR recognises, for one request', async () => {
    const { client, calls } = await startSimulatedXdr();

    expect(await inspectText(client, 'Seen: bad.example, then 203.0.113.7.')).toEqual([
      { type: 'domain', value: 'bad.example' },
      { type: 'ip', value: '203.0.113.7' },
    ]);
    expect(calls()).toEqual(['POST /iroh/iroh-inspect/inspect']);
  });

  it('of a blank text costs nothing', async () => {
    const { client, calls, tokenRequests } = await startSimulatedXdr();

    expect(await inspectText(client, ' \n')).toEqual([]);
    expect([calls().length, tokenRequests()]).toEqual([0, 0]);
  });

  it('leaves away what is no observable, and keeps the rest', async () => {
    const { client, control } = await startSimulatedXdr();
    const body = [{ type: 'domain' }, null, { type: 'quantum_id', value: 'q-1', extra: true }];
    control.addFault({
      match: { template: '/iroh/iroh-inspect/inspect' },
      effect: { kind: 'respond', status: 200, body },
    });

    expect(await inspectText(client, 'x')).toEqual([{ type: 'quantum_id', value: 'q-1' }]);
  });
});
