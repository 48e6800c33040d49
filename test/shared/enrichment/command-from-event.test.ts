import { describe, expect, it } from 'vitest';
import { deploymentConfigurationSchema } from '#shared/config/deployment-configuration.ts';
import { commandFromEvent } from '#shared/enrichment/command-from-event.ts';
import { RefusedInput } from '#shared/errors/refused-input.ts';

const list = { organisation: 'main', id: 7001234 };
const connection = {
  kind: 'ioc-list',
  authentication: 'bearer-token',
  destinationLists: ['soc-block'],
  ignoredDomains: ['corp.example'],
};
const configuration = deploymentConfigurationSchema.parse({
  stage: 'test',
  organisations: {
    main: {
      secureAccess: { edition: 'global' },
      xdr: { region: 'us', clientCreatedOn: '2026-01-01' },
    },
  },
  destinationLists: { 'soc-block': list },
  connections: {
    enriching: { ...connection, action: 'enrich', enrichment: { organisation: 'main' } },
    urgent: { ...connection, enrichment: { organisation: 'main', urgent: true } },
    trial: { ...connection, enrichment: { organisation: 'main' }, mode: 'test' },
    blocking: connection,
  },
});

function read(detail: object) {
  const event = {
    id: 'event-1',
    source: 'my.workload',
    'detail-type': 'EnrichRequested',
    time: '2026-11-22T03:00:00Z',
    detail: { version: 1, connection: 'enriching', ...detail },
  };
  return commandFromEvent(event, 'message-1', configuration);
}

function command(detail: object) {
  const result = read(detail);
  if (result.kind === 'test') throw new Error('it is a command of a connection in test mode');
  return result.command;
}

describe('an EnrichRequested event', () => {
  it('has its values read, freed of repeats, and of what nobody outside can know', () => {
    const { indicators, rejected } = command({
      indicators: [
        { value: 'hxxp://Bad[.]example/a' },
        { value: 'bad.example' },
        { value: 'BAD.example.' },
        { value: 'd41d8cd98f00b204e9800998ecf8427e' },
        { value: 'wiki.corp.example' },
        { value: '10.0.0.5' },
        { value: 'no indicator' },
      ],
    });
    expect(indicators).toEqual([
      { type: 'url', value: 'http://bad.example/a' },
      { type: 'domain', value: 'bad.example' },
      { type: 'md5', value: 'd41d8cd98f00b204e9800998ecf8427e' },
    ]);
    expect(rejected.map(({ value }) => value).toSorted()).toEqual([
      '10.0.0.5',
      'no indicator',
      'wiki.corp.example',
    ]);
  });

  it('may hold nothing but text', () => {
    expect(command({ text: 'see bad.example' })).toMatchObject({ indicators: [], text: 'see bad.example' });
  });

  it('is urgent where it says so, or its connection does', () => {
    expect(command({}).urgent).toBe(false);
    expect(command({ urgent: true }).urgent).toBe(true);
    expect(command({ connection: 'urgent' }).urgent).toBe(true);
  });

  it('brings what the sender told, and where its connection blocks', () => {
    const told = { source: 'QRadar', ticket: 'SOC-1', link: 'https://qradar.example/1', severity: 'high' };
    expect(command({ ...told, confidence: 80 })).toMatchObject({
      ...told,
      confidence: 80,
      organisation: 'main',
      routes: { destinations: ['soc-block'] },
      receivedAt: new Date('2026-11-22T03:00:00Z'),
    });
  });

  it('of a connection in test mode is none to follow', () => {
    expect(read({ connection: 'trial', indicators: [{ value: 'bad.example' }] })).toEqual({ kind: 'test' });
  });

  it.each([
    ['breaks the contract', { version: 2 }, 'no valid EnrichRequested'],
    ['names a connection that is not there', { connection: 'gone' }, '"gone"'],
    ['names a connection that enriches nothing', { connection: 'blocking' }, 'without "enrichment"'],
  ])('is refused when it %s', (_title, detail, message) => {
    expect(() => read(detail)).toThrow(RefusedInput);
    expect(() => read(detail)).toThrow(message);
  });
});
