import { describe, expect, it } from 'vitest';
import { readTicket } from '#shared/people/tickets/read-ticket.ts';
import { lifecycleSource, peopleSettings } from '../lifecycle/people-settings.ts';

const settings = peopleSettings({
  emailTemplate: '{firstName}.{lastName}@corp.example',
  umlauts: 'two-letters',
});

const newHire = {
  number: 'RITM0000001',
  state: '2',
  approval: 'approved',
  cat_item: { value: '0123', display_value: 'New Hire' },
  opened_by: { value: '4567', display_value: 'Ada Manager' },
  requested_for: { value: '89ab', display_value: 'Someone Else', email: 'someone.else@corp.example' },
  variables: {
    first_name: 'Jürg',
    last_name: "O'Müller",
    personal_email: 'private@home.example',
    manager: 'ada@corp.example',
    start_date: '2026-12-01',
    department: 'Information Security',
  },
};

function read(item: object, mapping: Record<string, string> = { profile: 'variables.department' }) {
  const source = lifecycleSource({ kind: 'servicenow', mapping });
  return readTicket(
    { ...newHire, ...item },
    { settings, source, receivedAt: new Date('2026-11-20T16:00:00Z') },
  );
}

describe('a requested item of ServiceNow', () => {
  it('is about whom its variables name, and never about a private address, a manager or who it is opened for', () => {
    expect(read({})).toEqual({
      kind: 'accepted',
      request: {
        kind: 'onboard',
        email: 'juerg.omueller@corp.example',
        emailOrigin: 'derived',
        name: { given: 'Jürg', family: "O'Müller" },
        effective: { kind: 'scheduled', at: new Date('2026-12-01T07:00:00Z'), timeZone: 'Europe/Zurich' },
        profile: 'analyst',
        ticket: 'RITM0000001',
        requester: 'Ada Manager',
      },
    });
  });

  it('may be wrapped as the table API does, and its variables may have display values', () => {
    const variables = {
      ...newHire.variables,
      start_date: { value: '2026-12-01', display_value: '01.12.2026' },
    };
    const source = lifecycleSource({ kind: 'servicenow', mapping: { profile: "'guest'" } });
    expect(
      readTicket(
        { result: { ...newHire, variables } },
        { settings, source, receivedAt: new Date('2026-11-20T16:00:00Z') },
      ),
    ).toMatchObject({ request: { kind: 'onboard', profile: 'guest' } });
  });

  it('is a leaver where the item says so', () => {
    const variables = { work_email: 'bob@corp.example', last_working_day: '2026-11-27', location: 'Bogotá' };
    expect(read({ cat_item: 'Employee Offboarding', variables }, {})).toMatchObject({
      request: {
        kind: 'offboard',
        email: 'bob@corp.example',
        effective: { at: new Date('2026-11-27T23:00:00Z') },
      },
    });
  });

  it.each([
    ['waits for approval', { approval: 'requested' }, { kind: 'idle', reason: 'not-approved' }],
    ['is done', { state: '3' }, { kind: 'idle', reason: 'already-closed' }],
    ['is rejected', { approval: { value: 'rejected' } }, { kind: 'withdrawn', ticket: 'RITM0000001' }],
    ['is given up', { state: '4' }, { kind: 'withdrawn', ticket: 'RITM0000001' }],
  ])('that %s is not carried out', (_, item, expected) => {
    expect(read(item)).toEqual(expected);
  });

  it('without a number is none', () => {
    expect(() => read({ number: undefined })).toThrow('The body is not a requested item of ServiceNow.');
  });
});

describe('any JSON is read by the mapping of its source', () => {
  const source = lifecycleSource({
    kind: 'json',
    mapping: { action: 'what', email: 'who.mail', lastDay: 'when', immediate: 'now', ticket: 'id' },
  });
  const receivedAt = new Date('2026-11-20T16:00:00Z');
  const readJson = (body: unknown) => readTicket(body, { settings: peopleSettings(), source, receivedAt });

  it('whatever its members are called', () => {
    expect(readJson({ what: 'leaver', who: { mail: 'bob@corp.example' }, now: true, id: 7 })).toMatchObject({
      request: { kind: 'offboard', ticket: '7', effective: { kind: 'immediate', since: receivedAt } },
    });
  });

  it.each([
    [
      'a list where one address is expected',
      { what: 'leaver', who: { mail: ['a@corp.example', 'b@corp.example'] }, now: true },
      'email-unreadable',
    ],
    ['nothing at all', {}, 'action-unclear'],
    ['a text', 'leaver bob@corp.example', 'action-unclear'],
  ])('and is refused with %s', (_, body, reason) => {
    expect(readJson(body)).toMatchObject({ kind: 'refused', reason });
  });
});
