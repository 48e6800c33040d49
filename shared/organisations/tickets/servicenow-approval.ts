import { z } from 'zod';
import type { OrganisationSourceOf } from '../../config/organisation-source.ts';
import { plainWord } from '../../people/lifecycle/plain-word.ts';
import { mappedField } from '../../webhooks/parsers/fields/mapped-field.ts';
import { matchingBody } from '../../webhooks/parsers/fields/matching-body.ts';
import { servicenowDisplayValue, servicenowValue } from '../../webhooks/parsers/fields/servicenow-value.ts';
import { softField } from '../../webhooks/parsers/fields/soft-field.ts';
import { textOf } from '../../webhooks/parsers/fields/texts-of.ts';
import { missingTicketNumber, type TicketApproval } from './ticket-approval.ts';

const value = softField((field) => textOf(servicenowValue(field)));

const itemSchema = z.object({
  number: value,
  approval: value,
  state: value,
  opened_by: softField((field) => textOf(servicenowDisplayValue(field))),
  description: value,
});

const bodySchema = z.union([z.object({ result: itemSchema }).transform(({ result }) => result), itemSchema]);

/** Closed complete, closed incomplete and closed skipped. */
const closedStates: ReadonlySet<string> = new Set(['3', '4', '7']);

/**
 * A requested item of ServiceNow, as a business rule or flow posts it. One that asks for no approval is not approved:
 * what it asks for cannot be undone.
 * @throws RefusedInput when the body is no such item
 * @see https://www.servicenow.com/docs/csh?topicname=c_OutboundRESTWebService.html
 */
export function readServicenowApproval(
  body: unknown,
  source: OrganisationSourceOf<'servicenow'>,
): TicketApproval {
  const item = matchingBody(bodySchema, body, {
    sender: 'a requested item of ServiceNow',
    shape: '{ "number": "RITM…", "approval": "…", "description": "…" }',
  });
  const { number, state, approval, opened_by: requestedBy } = item;
  if (number === undefined) throw missingTicketNumber('number');
  if (closedStates.has(state ?? '')) return { kind: 'idle', number, reason: 'already-closed' };
  if (plainWord(approval ?? '') !== 'approved') return { kind: 'idle', number, reason: 'not-approved' };
  const text = source.description
    ? textOf(servicenowValue(mappedField(source.description, 'description', body)))
    : item.description;
  return { kind: 'approved', number, text: text ?? '', requestedBy };
}
