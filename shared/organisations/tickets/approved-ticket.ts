import type { OrganisationSource, OrganisationSourceOf } from '../../config/organisation-source.ts';
import { plainWord } from '../../people/lifecycle/plain-word.ts';
import { mappedField } from '../../webhooks/parsers/fields/mapped-field.ts';
import { textOf } from '../../webhooks/parsers/fields/texts-of.ts';
import { readJiraApproval } from './jira-approval.ts';
import type { ApprovedTicket } from './read-organisation-ticket.ts';
import { readServicenowApproval } from './servicenow-approval.ts';
import { missingTicketNumber, type TicketApproval } from './ticket-approval.ts';

/**
 * A ticket as far as it counts: what cannot be undone is only done when somebody has approved it expressly.
 * @param source the system that it is of, and its name
 * @throws RefusedInput when the body is no ticket of that system; the message quotes nothing of it
 */
export function approvedTicket(
  body: unknown,
  { name, source }: { readonly name: string; readonly source: OrganisationSource },
):
  | { readonly kind: 'approved'; readonly ticket: ApprovedTicket }
  | Exclude<TicketApproval, { kind: 'approved' }> {
  const approval = readApproval(body, source);
  if (approval.kind === 'idle') return approval;
  const { number, text, requestedBy } = approval;
  return { kind: 'approved', ticket: { source: name, number, text, requestedBy } };
}

function readApproval(body: unknown, source: OrganisationSource): TicketApproval {
  switch (source.kind) {
    case 'servicenow':
      return readServicenowApproval(body, source);
    case 'jira-service-management':
      return readJiraApproval(body, source);
    case 'json':
      return readMappedApproval(body, source);
  }
}

function readMappedApproval(
  body: unknown,
  { mapping, approvedStatuses }: OrganisationSourceOf<'json'>,
): TicketApproval {
  const told = (name: keyof typeof mapping) => textOf(mappedField(mapping[name], name, body));
  const number = told('ticket');
  if (number === undefined) throw missingTicketNumber('mapping.ticket');
  const status = plainWord(told('status') ?? '');
  if (!approvedStatuses.some((one) => plainWord(one) === status)) {
    return { kind: 'idle', number, reason: 'not-approved' };
  }
  return { kind: 'approved', number, text: told('description') ?? '', requestedBy: told('requester') };
}
