import { describe, expect, it } from 'vitest';
import type { PartDecision } from '#shared/approvals/decision.ts';
import {
  connectionNameSchema,
  destinationListNameSchema,
  organisationNameSchema,
} from '#shared/config/names.ts';
import { firstApprovedPart } from '#shared/events/block-requested.ts';
import { type Indicator, indicatorValueSchema } from '#shared/iocs/indicator.ts';
import { terminalStatuses } from '#shared/iocs/indicator-status.ts';
import { deriveRequestId } from '#shared/requests/request-id.ts';
import type { IndicatorOutcome, PartOutcome } from '#shared/requests/request-outcomes.ts';
import type { RecordedRequest } from '#shared/requests/request-reader.ts';
import { requestView } from '#shared/requests/request-view.ts';
import { routesToAll } from '../config/routes-to-all.ts';
import { nothingRecorded } from './nothing-recorded.ts';

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
    ...nothingRecorded(requestId),
    received: { connection, action: 'block', receivedAt },
    ...more,
  };
}

const places = { listId: () => 7_001_234, routesOf: () => routesToAll([destinationList]) };
const noPlaces = { listId: () => undefined, routesOf: () => routesToAll([]) };
const view = (more: Partial<RecordedRequest>) => requestView(recorded(more), places);

const enforced: IndicatorOutcome = {
  value: 'a.example',
  type: 'domain',
  status: 'enforced',
  verifiedAt: '2026-01-01T08:00:09.000Z',
};

const held: IndicatorOutcome = {
  value: 'shared.example',
  type: 'domain',
  status: 'held',
  reason: 'shared-hosting',
  explanation: 'Strangers keep their pages there.',
  touchedIdentities: 40,
};

function decision(decided: 'approve' | 'reject'): PartDecision {
  return {
    requestId,
    part: 0,
    decision: decided,
    decidedBy: 'Ada',
    through: 'link',
    decidedAt: '2026-01-01T09:00:00.000Z',
  };
}

describe('a held indicator is shown', () => {
  const place = { destinationList, destinationListId: 7_001_234 };
  const shown = (more: Partial<RecordedRequest>) =>
    view({ parts: [part(0, domain('shared.example'))], outcomes: [outcome(0, held)], ...more });

  it('as held, with all that a person needs to decide', () => {
    expect(shown({}).indicators).toEqual([{ ...held, ...place }]);
  });

  it('as queued once a person approved it', () => {
    expect(shown({ decisions: [decision('approve')] })).toMatchObject({
      status: 'pending',
      indicators: [{ value: 'shared.example', type: 'domain', status: 'queued', ...place }],
    });
  });

  it('as it ended once what was approved is done, and not twice', () => {
    const done: IndicatorOutcome = {
      ...enforced,
      value: 'shared.example',
      leaseUntil: '2026-02-01T09:00:00.000Z',
    };
    const outcomes = [outcome(0, held), outcome(firstApprovedPart, done)];
    expect(shown({ outcomes, decisions: [decision('approve')] })).toMatchObject({
      status: 'done',
      indicators: [{ ...done, ...place }],
    });
  });

  it('as rejected once a person rejected it', () => {
    expect(shown({ decisions: [decision('reject')] })).toMatchObject({
      status: 'done',
      indicators: [{ status: 'rejected', reason: 'rejected-by-a-person', ...place }],
    });
  });
});

it('an indicator that found no room on its list is shown at the list that took it', () => {
  const overflowedTo = { name: destinationListNameSchema.parse('soc-block-2'), id: 7_009_999 };
  const { indicators } = view({ outcomes: [outcome(0, { ...enforced, overflowedTo })] });
  expect(indicators).toEqual([{ ...enforced, destinationList: 'soc-block-2', destinationListId: 7_009_999 }]);
});

describe('an indicator is shown', () => {
  it('as queued at its list while its part waits', () => {
    expect(view({ parts: [part(0, domain('a.example'))] })).toEqual({
      requestId,
      connection: 'splunk',
      action: 'block',
      receivedAt,
      status: 'pending',
      indicators: [
        {
          value: 'a.example',
          type: 'domain',
          status: 'queued',
          destinationList,
          destinationListId: 7_001_234,
        },
      ],
    });
  });

  it('without a number where the configuration has the list no more, or it is a group', () => {
    const { indicators } = requestView(recorded({ parts: [part(0, domain('a.example'))] }), noPlaces);
    expect(indicators).toEqual([{ value: 'a.example', type: 'domain', status: 'queued', destinationList }]);
  });

  it('with its outcome when its part is finished, and not as queued beside it', () => {
    const seen = view({ parts: [part(0, domain('a.example'))], outcomes: [outcome(0, enforced)] });
    expect(seen.indicators).toEqual([{ ...enforced, destinationList, destinationListId: 7_001_234 }]);
  });

  it('as rejected with the reason, without a list, when it was turned away at the door', () => {
    const seen = view({ rejected: [{ value: '10.0.0.5', reason: 'private-address' }] });
    expect(seen).toMatchObject({ status: 'done' });
    expect(seen.indicators).toEqual([{ value: '10.0.0.5', status: 'rejected', reason: 'private-address' }]);
  });

  it('as rejected at the one list that does not take it', () => {
    const rejected = [{ value: 'bad.example', reason: 'not-here', destinationList }];
    expect(view({ rejected }).indicators).toEqual([
      {
        value: 'bad.example',
        status: 'rejected',
        reason: 'not-here',
        destinationList,
        destinationListId: 7_001_234,
      },
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

  const failed = outcome(1, { value: 'a.example', status: 'failed', reason: 'no answer' });

  it.each<[expected: string, beside: string, more: Partial<RecordedRequest>]>([
    ['held', 'nothing else', { outcomes: [outcome(0, held)] }],
    ['held', 'one that is enforced', { outcomes: [outcome(0, held, enforced)] }],
    ['held', 'one that failed', { outcomes: [outcome(0, held), failed] }],
    [
      'pending',
      'one that is queued',
      { outcomes: [outcome(0, held)], parts: [part(1, domain('a.example'))] },
    ],
  ])('%s while an indicator waits for a person beside %s', (expected, _beside, more) => {
    expect(view(more).status).toBe(expected);
  });

  it('done when nothing was in it', () => {
    expect(view({})).toMatchObject({ status: 'done', indicators: [] });
  });
});

describe('a request whose record was cut short', () => {
  it('takes connection and time from an outcome', () => {
    const { received: _received, ...rest } = recorded({ outcomes: [outcome(0, enforced)] });
    expect(requestView(rest, noPlaces)).toMatchObject({
      connection: 'splunk',
      receivedAt,
      status: 'done',
    });
  });

  it('leaves them out where no outcome tells them either', () => {
    const { received: _received, ...rest } = recorded();
    expect(requestView(rest, noPlaces)).toEqual({
      requestId,
      action: 'block',
      status: 'done',
      indicators: [],
    });
  });
});
