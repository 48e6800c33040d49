import { describe, expect, it } from 'vitest';
import { organisationSourceSchema } from '#shared/config/organisation-source.ts';
import { approvedTicket } from '#shared/organisations/tickets/approved-ticket.ts';
import { readOrganisationTicket } from '#shared/organisations/tickets/read-organisation-ticket.ts';

const read = (body: unknown, source: object) =>
  approvedTicket(body, {
    name: 'desk',
    source: organisationSourceSchema.parse({ authentication: 'bearer-token', ...source }),
  });

const text = 'Organisation: Northwind\nRegion: EU\nProduct: Secure Access in EMEA';

describe('a requested item of ServiceNow', () => {
  const item = {
    number: 'RITM7',
    approval: 'approved',
    opened_by: { value: '1', display_value: 'Eve' },
    description: text,
  };
  const servicenow = { kind: 'servicenow' };

  it.each([
    ['as it is', item],
    [
      'as the Table API shows it',
      { result: { ...item, number: { value: 'RITM7', display_value: 'RITM7' } } },
    ],
  ])('that is approved is read, %s', (_, body) => {
    const answer = read(body, servicenow);
    expect(answer).toEqual({
      kind: 'approved',
      ticket: { source: 'desk', number: 'RITM7', text, requestedBy: 'Eve' },
    });
    if (answer.kind !== 'approved') return;
    expect(readOrganisationTicket(answer.ticket)).toMatchObject({
      request: { name: 'Northwind' },
      ticket: 'RITM7',
    });
  });

  it('may keep the lines elsewhere', () => {
    const body = { ...item, description: 'please', variables: { details: { value: text } } };
    const answer = read(body, { ...servicenow, description: 'variables.details' });
    expect(answer).toMatchObject({ ticket: { text } });
  });

  it.each([
    ['not-approved', { approval: 'requested' }],
    ['not-approved', { approval: 'rejected' }],
    ['not-approved', { approval: 'not requested' }],
    ['not-approved', { approval: undefined }],
    ['already-closed', { state: '3' }],
    ['already-closed', { state: { value: '7', display_value: 'Closed Skipped' } }],
  ])('is %s with %o: nothing of it is done', (reason, own) => {
    expect(read({ ...item, ...own }, servicenow)).toEqual({ kind: 'idle', number: 'RITM7', reason });
  });

  it.each([{}, { number: '' }, 'hello', null])('%o is none', (body) => {
    expect(() => read(body, servicenow)).toThrow(/number|requested item/);
  });
});

describe('an issue of Jira', () => {
  const fields = { status: { name: 'Approved' }, reporter: { displayName: 'Eve' }, description: text };
  const jira = { kind: 'jira-service-management' };

  it('that is approved is read, also in the document format', () => {
    const lines = text.split('\n').map((line) => ({
      type: 'paragraph',
      content: [{ type: 'text', text: line }],
    }));
    const document = { type: 'doc', version: 1, content: lines };
    const answer = read({ issue: { key: 'ORG-7', fields: { ...fields, description: document } } }, jira);
    expect(answer).toMatchObject({ kind: 'approved', ticket: { number: 'ORG-7', requestedBy: 'Eve' } });
    if (answer.kind !== 'approved') return;
    expect(readOrganisationTicket(answer.ticket)).toMatchObject({
      request: { name: 'Northwind', region: 'EU', products: [{ product: 'Secure Access', region: 'EMEA' }] },
    });
  });

  it.each([
    ['not-approved', { fields: { ...fields, status: { name: 'Waiting for approval' } } }],
    ['not-approved', { fields: { ...fields, status: undefined } }],
    ['not-approved', { fields: 'hidden' }],
  ])('is %s otherwise', (reason, own) => {
    expect(read({ issue: { key: 'ORG-7', ...own } }, jira)).toMatchObject({ kind: 'idle', reason });
  });

  it('that was deleted is not carried out, whatever its status was', () => {
    const body = { webhookEvent: 'jira:issue_deleted', issue: { key: 'ORG-7', fields } };
    expect(read(body, jira)).toEqual({ kind: 'idle', number: 'ORG-7', reason: 'deleted' });
  });
});

describe('any JSON', () => {
  const json = {
    kind: 'json',
    approvedStatuses: ['Freigegeben'],
    mapping: { ticket: 'id', status: 'state', description: 'text', requester: 'author' },
  };

  it('is read where the mapping says', () => {
    expect(read({ id: 7, state: 'FREIGEGEBEN', text, author: 'Eve' }, json)).toEqual({
      kind: 'approved',
      ticket: { source: 'desk', number: '7', text, requestedBy: 'Eve' },
    });
  });

  it.each([
    { id: 7, state: 'Approved', text },
    { id: 7, text },
    { id: 7, state: '', text },
  ])('%o is not approved', (body) => {
    expect(read(body, json)).toEqual({ kind: 'idle', number: '7', reason: 'not-approved' });
  });

  it('without a number is refused', () => {
    expect(() => read({ state: 'Freigegeben', text }, json)).toThrow(/mapping\.ticket/);
  });
});
