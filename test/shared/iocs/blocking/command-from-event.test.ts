import { describe, expect, it } from 'vitest';
import { deploymentConfigurationSchema } from '#shared/config/deployment-configuration.ts';
import { RefusedInput } from '#shared/errors/refused-input.ts';
import { commandFromEvent } from '#shared/iocs/blocking/command-from-event.ts';
import { guardOf } from '#shared/iocs/guard/guard.ts';

function event(detail: object) {
  return {
    id: 'event-1',
    source: 'my.workload',
    'detail-type': 'BlockRequested',
    time: '2026-11-22T03:00:00Z',
    detail: { version: 1, destinationList: 'soc-block', ...detail },
  };
}

function context(edition: 'global' | 'umbrella' = 'global') {
  const configuration = deploymentConfigurationSchema.parse({
    stage: 'test',
    organisations: { main: { secureAccess: { edition } } },
    destinationLists: { 'soc-block': { organisation: 'main', id: 7001234 } },
    connections: {
      splunk: {
        kind: 'splunk-alert',
        authentication: 'bearer-token',
        destinationLists: ['soc-block'],
        minimumConfidence: 60,
      },
    },
  });
  return { guard: guardOf(configuration.guard), configuration };
}

const read = (detail: object, edition: 'global' | 'umbrella' = 'global') =>
  commandFromEvent(event(detail), 'message-1', context(edition));

describe('a BlockRequested event', () => {
  it('has its values read, screened and freed of repeats', () => {
    const command = read({
      indicators: [
        { value: 'hxxps://Bad[.]example/a' },
        { value: 'BAD.example.' },
        { value: 'bad.example' },
        { value: '10.0.0.5' },
        { value: 'no indicator at all' },
        { value: 'bad.example', type: 'ipv4' },
      ],
    });
    expect(command.indicators).toEqual([
      { type: 'url', value: 'https://bad.example/a' },
      { type: 'domain', value: 'bad.example' },
    ]);
    expect(command.rejected).toEqual([
      { value: '10.0.0.5', reason: 'private-address' },
      { value: 'no indicator at all', reason: 'not-an-indicator' },
      { value: 'bad.example', reason: 'type-mismatch' },
    ]);
  });

  it('without a request id gets one from the event, so that only its redelivery is a repeat', () => {
    const first = read({ indicators: [{ value: 'a.example' }] });
    expect(read({ indicators: [{ value: 'a.example' }] }).requestId).toBe(first.requestId);
    const other = commandFromEvent(
      { ...event({ indicators: [{ value: 'a.example' }] }), id: 'event-2' },
      'message-2',
      context(),
    );
    expect(other.requestId).not.toBe(first.requestId);
  });

  it('says when it was received, else its own time counts', () => {
    const indicators = [{ value: 'a.example' }];
    expect(read({ indicators }).receivedAt).toEqual(new Date('2026-11-22T03:00:00Z'));
    const receivedAt = '2026-11-22T02:59:00.000Z';
    expect(read({ indicators, receivedAt }).receivedAt).toEqual(new Date(receivedAt));
  });

  it('for an Umbrella list has its addresses refused, which would have no effect there', () => {
    expect(read({ indicators: [{ value: '8.8.4.4' }] }, 'umbrella').rejected).toEqual([
      { value: '8.8.4.4', reason: 'no-effect-on-umbrella' },
    ]);
  });

  it('below the confidence that its connection demands is held, with the reason for a person', () => {
    const indicators = [{ value: 'a.example' }];
    const unsure = read({ indicators, connection: 'splunk', confidence: 40 });
    expect(unsure.indicators).toHaveLength(1);
    expect(unsure.holds.get('domain:a.example')).toMatchObject({
      reason: expect.stringContaining('confidence'),
      explanation: expect.any(String),
    });
    expect(read({ indicators, connection: 'splunk', confidence: 80 }).holds.size).toBe(0);
  });

  it('may ask for a person to decide about an indicator, without outdoing the guard', () => {
    const hold = 'Rule 2 of the policy: suspicious domain, hold.';
    const { holds, rejected } = read({
      confidence: 90,
      indicators: [{ value: 'odd.example', hold }, { value: 'bad.example' }, { value: '10.0.0.5', hold }],
    });
    expect(holds.get('domain:odd.example')).toEqual({ reason: 'enrichment-policy', explanation: hold });
    expect(holds.has('domain:bad.example')).toBe(false);
    expect(rejected).toEqual([{ value: '10.0.0.5', reason: 'private-address' }]);
  });

  it('carries what the sender told, for comment, lease and whoever approves', () => {
    const told = {
      source: 'Rule 7',
      ticket: 'CASE-42',
      link: 'https://siem.example/1',
      severity: 'high',
      confidence: 90,
    } as const;
    expect(read({ indicators: [{ value: 'a.example' }], ...told })).toMatchObject(told);
  });

  it.each([
    ['an unknown list', { destinationList: 'gone', indicators: [{ value: 'a' }] }, /"gone".*configuration/],
    ['no indicators', { indicators: [] }, /indicators/],
    ['another version', { version: 2, indicators: [{ value: 'a.example' }] }, /version/],
    [
      'a list name of the wrong form',
      { destinationList: 'No!', indicators: [{ value: 'a' }] },
      /destinationList/,
    ],
  ])('with %s is refused, with the event and its source named', (_title, detail, says) => {
    const attempt = () => read(detail);
    expect(attempt).toThrow(RefusedInput);
    expect(attempt).toThrow(says);
    expect(attempt).toThrow(/event-1 from my\.workload/);
  });
});
