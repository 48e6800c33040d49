import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lifecycleSourceNameSchema } from '#shared/config/names.ts';
import { personChangeWithdrawnSchema } from '#shared/events/people-commands.ts';
import { requestedEvent, withdrawnEvent } from '#shared/people/intake/lifecycle-events.ts';
import type { LifecycleRequest } from '#shared/people/lifecycle/lifecycle-request.ts';
import { requestFromEvent } from '#shared/people/lifecycle/request-from-event.ts';
import { deriveRequestId } from '#shared/requests/request-id.ts';
import { timeZoneSchema } from '#shared/time/zoned-time.ts';
import { joiner, leaver } from '../lifecycle/lifecycle-requests.ts';
import { peopleSettings } from '../lifecycle/people-settings.ts';

const requestId = deriveRequestId('tickets', 'first');
const source = lifecycleSourceNameSchema.parse('tickets');
const receivedAt = new Date('2026-11-22T10:00:00Z');

/** What the planner makes of the event, as it arrives there. */
function readAgain(request: LifecycleRequest) {
  const { detailType, detail } = requestedEvent(request, { requestId, source });
  const event = { 'detail-type': detailType, detail: JSON.parse(JSON.stringify(detail)) };
  return requestFromEvent(event, { settings: peopleSettings(), receivedAt });
}

const zones = ['Europe/Zurich', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'UTC'];

describe('the command of a request', () => {
  it('says the same to the minute, wherever and whenever', () => {
    const moment = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(moment, fc.constantFrom(...zones), fc.constantFrom(joiner, leaver), (at, zone, make) => {
        const minute = new Date(Math.floor(at.getTime() / 60_000) * 60_000);
        const timeZone = timeZoneSchema.parse(zone);
        const asked = make('ada@corp.example', at);
        const reading = readAgain({ ...asked, effective: { kind: 'scheduled', at, timeZone } });
        expect(reading).toMatchObject({ kind: 'accepted', request: { effective: { at: minute } } });
      }),
      { examples: [[new Date('2026-10-25T01:30:00Z'), 'Europe/Zurich', leaver]] },
    );
  });

  it.each<[what: string, request: LifecycleRequest]>([
    ['a joiner', joiner('ada@corp.example', new Date('2026-12-01T07:00:00Z'))],
    [
      'a leaver',
      leaver('ada@corp.example', receivedAt, {
        departure: 'involuntary',
        name: { given: 'Ada', family: 'Byron' },
        ticket: 'HR-7',
        requester: 'Bob',
        emailOrigin: 'derived',
        effective: { kind: 'immediate', since: receivedAt },
      }),
    ],
  ])('keeps everything that was told of %s', (_, request) => {
    expect(readAgain(request)).toEqual({
      kind: 'accepted',
      request: { ticket: undefined, requester: undefined, name: undefined, ...request },
    });
  });

  it('that withdraws names the ticket and whose it is', () => {
    const event = withdrawnEvent('HR-7', source, receivedAt);
    expect(personChangeWithdrawnSchema.parse(event.detail)).toEqual({
      version: 1,
      withdrawn: { by: 'ticket', source: 'tickets', ticket: 'HR-7' },
      requestedBy: 'tickets',
      requestedAt: '2026-11-22T10:00:00.000Z',
    });
  });
});
