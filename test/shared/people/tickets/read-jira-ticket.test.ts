import { describe, expect, it } from 'vitest';
import { readTicket } from '#shared/people/tickets/read-ticket.ts';
import { lifecycleSource, peopleSettings } from '../lifecycle/people-settings.ts';

const receivedAt = new Date('2026-11-20T16:00:00Z');

const description = [
  'Employee: Bob Example',
  'E-mail: bob@corp.example',
  'Last working day: 2026-11-27 16:30 Europe/Madrid',
  'Manager: ada@corp.example',
  'Please do NOT delete the mailbox: it is needed.',
].join('\n');

interface Ticket {
  readonly event?: string;
  readonly fields?: object;
  readonly mapping?: Record<string, string>;
}

function read({ event = 'jira:issue_updated', fields = {}, mapping = {} }: Ticket = {}) {
  const issue = {
    key: 'HR-7',
    fields: {
      summary: 'Bob leaves',
      issuetype: { name: 'Offboarding' },
      status: { name: 'Approved' },
      reporter: { displayName: 'Service Desk' },
      labels: [],
      description,
      ...fields,
    },
  };
  return readTicket(
    { webhookEvent: event, issue },
    {
      settings: peopleSettings(),
      source: lifecycleSource({ kind: 'jira-service-management', mapping }),
      receivedAt,
    },
  );
}

const mapping = { email: 'issue.fields.customfield_1', lastDay: 'issue.fields.customfield_2' };

describe('a ticket of Jira Service Management', () => {
  it('without a mapping is read from the labelled lines of its description', () => {
    expect(read()).toEqual({
      kind: 'accepted',
      request: {
        kind: 'offboard',
        email: 'bob@corp.example',
        emailOrigin: 'stated',
        name: { given: 'Bob', family: 'Example' },
        effective: { kind: 'scheduled', at: new Date('2026-11-27T15:30:00Z'), timeZone: 'Europe/Madrid' },
        departure: 'unknown',
        ticket: 'HR-7',
        requester: 'Service Desk',
      },
    });
  });

  it('takes the time from the description where its field names the same day alone', () => {
    const fields = { customfield_1: 'bob@corp.example', customfield_2: '2026-11-27' };
    expect(read({ fields, mapping })).toEqual(read());
  });

  it('is read from its fields alone where the description says nothing', () => {
    const fields = { customfield_1: 'bob@corp.example', customfield_2: '2026-11-27', description: null };
    expect(read({ fields, mapping })).toMatchObject({
      request: { effective: { at: new Date('2026-11-27T17:00:00Z'), timeZone: 'Europe/Zurich' } },
    });
  });

  it('may have a description in the Atlassian Document Format, and links to addresses in wiki text', () => {
    const lines = description
      .split('\n')
      .map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] }));
    expect(read({ fields: { description: { type: 'doc', content: lines } } })).toEqual(read());
    const wiki = description.replace('E-mail: bob@', '* *E-mail:* [bob@corp.example|mailto:bob@');
    expect(
      read({ fields: { description: wiki.replace('corp.example\nLast', 'corp.example]\nLast') } }),
    ).toEqual(read());
  });

  it.each<[reason: string, fields: object]>([
    ['dates-contradict', { customfield_1: 'bob@corp.example', customfield_2: '2026-11-26' }],
    ['emails-contradict', { customfield_1: 'eve@corp.example', customfield_2: '2026-11-27' }],
    ['email-unreadable', { customfield_1: { value: 'bob@corp.example' }, customfield_2: '2026-11-27' }],
    ['email-missing', { description: `${description}\nE-mail: eve@corp.example` }],
    ['email-missing', { description: 'Manager: ada@corp.example\nLast day: 2026-11-27' }],
    ['action-unclear', { issuetype: { name: 'Task' }, description: 'E-mail: bob@corp.example' }],
  ])('is refused as %s', (reason, fields) => {
    expect(read({ fields, mapping: 'customfield_1' in fields ? mapping : {} })).toMatchObject({
      kind: 'refused',
      reason,
    });
  });

  it.each([
    [
      'the kind of request',
      { issuetype: { name: 'Service Request' }, x: { requestType: { name: 'Offboarding' } } },
    ],
    ['a label', { issuetype: { name: 'Task' }, labels: ['hr', 'offboarding'] }],
    ['its title', { issuetype: { name: 'Task' }, summary: 'Offboarding of Bob' }],
    ['its last day alone', { issuetype: { name: 'Task' } }],
  ])('says that somebody leaves by %s', (_, fields) => {
    expect(read({ fields })).toMatchObject({ request: { kind: 'offboard' } });
  });

  it.each([
    ['waits for approval', { fields: { status: { name: 'Waiting for approval' } } }],
    ['has no status', { fields: { status: null } }],
  ])('that %s is not carried out', (_, ticket) => {
    expect(read(ticket)).toEqual({ kind: 'idle', reason: 'not-approved' });
  });

  it.each([
    ['is declined', { fields: { status: { name: 'DECLINED' } } }],
    ['is deleted', { event: 'jira:issue_deleted' }],
  ])('that %s takes back what it asked for', (_, ticket) => {
    expect(read(ticket)).toEqual({ kind: 'withdrawn', ticket: 'HR-7' });
  });

  it('without a key is none', () => {
    const source = lifecycleSource({ kind: 'jira-service-management' });
    expect(() => readTicket({ issue: {} }, { settings: peopleSettings(), source, receivedAt })).toThrow(
      'The body is not an issue of Jira.',
    );
  });
});
