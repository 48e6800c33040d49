import { describe, expect, it } from 'vitest';
import {
  connectionNameSchema,
  destinationListNameSchema,
  organisationNameSchema,
} from '#shared/config/names.ts';
import { type Indicator, indicatorValueSchema } from '#shared/iocs/indicator.ts';
import { terminalStatuses } from '#shared/iocs/indicator-status.ts';
import { deriveRequestId } from '#shared/requests/request-id.ts';
import type { IndicatorOutcome, PartOutcome } from '#shared/requests/request-outcomes.ts';
import type { RecordedRequest } from '#shared/requests/request-reader.ts';
import { requestView } from '#shared/requests/request-view.ts';

const requestId = deriveRequestId('splunk', 'delivery-1');
const connection = connectionNameSchema.parse('splunk');
const destinationList = destinationListNameSchema.parse('soc-block');
const receivedAt = '2026-01-01T08:00:00.000Z';

function domain(value: string): Indicator {
  return { type: 'domain', value: indicatorValueSchema.parse(value) };
}

function part(number: number, ...indicators: [Indicator, ...Indicator[]]) {
  return { part: number, destinationList, indicators };
}

function outcome(number: number, ...indicators: IndicatorOutcome[]): PartOutcome {
  return {
    requestId,
    part: number,
    connection,
    organisation: organisationNameSchema.parse('main'),
    destinationList: { name: destinationList, id: 7_001_234 },
    receivedAt,
    completedAt: '2026-01-01T08:00:10.000Z',
    indicators,
  };
}

function recorded(more: Partial<RecordedRequest> = {}): RecordedRequest {
  return {
    requestId,
    received: { connection, action: 'block', receivedAt },
    parts: [],
    rejected: [],
    held: [],
    outcomes: [],
    ...more,
  };
}

const view = (more: Partial<RecordedRequest>) => requestView(recorded(more), () => 7_001_234);

const enforced: IndicatorOutcome = {
  value: 'a.example',
  type: 'domain',
  status: 'enforced',
  verifiedAt: '2026-01-01T08:00:09.000Z',
};

describe('an indicator is shown', () => {
  it('as queued at its list while its part waits', () => {
    expect(view({ parts: [part(0, domain('a.example'))] })).toEqual({
      requestId,
      connection: 'splunk',
      action: 'block',
      receivedAt,
      status: 'pending',
      indicators: [{ value: 'a.example', type: 'domain', status: 'queued', destinationListId: 7_001_234 }],
    });
  });

  it('without a list id where the configuration has the list no more', () => {
    const { indicators } = requestView(recorded({ parts: [part(0, domain('a.example'))] }), () => undefined);
    expect(indicators).toEqual([{ value: 'a.example', type: 'domain', status: 'queued' }]);
  });

  it('with its outcome when its part is finished, and not as queued beside it', () => {
    const seen = view({ parts: [part(0, domain('a.example'))], outcomes: [outcome(0, enforced)] });
    expect(seen.indicators).toEqual([{ ...enforced, destinationListId: 7_001_234 }]);
  });

  it('as rejected with the reason, without a list, when it was turned away at the door', () => {
    const seen = view({ rejected: [{ value: '10.0.0.5', reason: 'private-address' }] });
    expect(seen).toMatchObject({ status: 'done' });
    expect(seen.indicators).toEqual([{ value: '10.0.0.5', status: 'rejected', reason: 'private-address' }]);
  });

  it('as held at its list, with what a person has to decide about', () => {
    const indicator = domain('intranet.example');
    expect(view({ held: [{ indicator, destinationList, reason: 'protected-name' }] }).indicators).toEqual([
      { ...indicator, status: 'held', reason: 'protected-name', destinationListId: 7_001_234 },
    ]);
  });

  it('as rejected at the one list that does not take it', () => {
    const rejected = [{ value: 'bad.example', reason: 'not-here', destinationList }];
    expect(view({ rejected }).indicators).toEqual([
      { value: 'bad.example', status: 'rejected', reason: 'not-here', destinationListId: 7_001_234 },
    ]);
  });

  it('once for each destination list', () => {
    const seen = view({
      parts: [part(0, domain('a.example')), part(1, domain('a.example'))],
      outcomes: [outcome(1, enforced)],
    });
    expect(seen.indicators.map(({ status }) => status)).toEqual(['queued', 'enforced']);
  });
});

describe('a request is', () => {
  const ended = (...statuses: (typeof terminalStatuses)[number][]) =>
    view({
      parts: statuses.map((_status, index) => part(index, domain('a.example'))),
      outcomes: statuses.map((status, index) => outcome(index, { value: 'a.example', status })),
    });

  it.each(terminalStatuses.filter((status) => status !== 'failed'))('done when all is %s', (status) => {
    expect(ended(status).status).toBe('done');
  });

  it.each<[expected: string, statuses: (typeof terminalStatuses)[number][]]>([
    ['done', ['enforced', 'rejected', 'stored-not-enforced']],
    ['failed', ['failed']],
    ['failed', ['enforced', 'failed', 'rejected']],
  ])('%s with %j', (expected, statuses) => {
    expect(ended(...statuses).status).toBe(expected);
  });

  it('pending while one part waits, whatever became of the others', () => {
    const seen = view({
      parts: [part(0, domain('a.example')), part(1, domain('b.example'))],
      outcomes: [outcome(0, { value: 'a.example', status: 'failed', reason: 'no answer' })],
    });
    expect(seen.status).toBe('pending');
    expect(seen.indicators).toHaveLength(2);
  });

  const held = [{ indicator: domain('intranet.example'), destinationList, reason: 'protected-name' }];
  const failed = outcome(0, { value: 'a.example', status: 'failed', reason: 'no answer' });

  it.each<[expected: string, beside: string, more: Partial<RecordedRequest>]>([
    ['held', 'nothing else', {}],
    ['held', 'one that is enforced', { outcomes: [outcome(0, enforced)] }],
    ['held', 'one that failed', { outcomes: [failed] }],
    ['pending', 'one that is queued', { parts: [part(0, domain('a.example'))] }],
  ])('%s while an indicator waits for a person beside %s', (expected, _beside, more) => {
    expect(view({ held, ...more }).status).toBe(expected);
  });

  it('done when nothing was in it', () => {
    expect(view({})).toMatchObject({ status: 'done', indicators: [] });
  });
});

describe('a request whose record was cut short', () => {
  it('takes connection and time from an outcome', () => {
    const { received: _received, ...rest } = recorded({ outcomes: [outcome(0, enforced)] });
    expect(requestView(rest, () => undefined)).toMatchObject({
      connection: 'splunk',
      receivedAt,
      status: 'done',
    });
  });

  it('leaves them out where no outcome tells them either', () => {
    const { received: _received, ...rest } = recorded();
    expect(requestView(rest, () => undefined)).toEqual({
      requestId,
      action: 'block',
      status: 'done',
      indicators: [],
    });
  });
});
