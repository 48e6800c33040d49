import { z } from 'zod';
import type { LifecycleSourceOf } from '../../config/lifecycle-source.ts';
import { isJsonObject, type JsonObject } from '../../webhooks/parsers/fields/field-at.ts';
import { matchingBody } from '../../webhooks/parsers/fields/matching-body.ts';
import { servicenowDisplayValue, servicenowValue } from '../../webhooks/parsers/fields/servicenow-value.ts';
import { softField } from '../../webhooks/parsers/fields/soft-field.ts';
import { textOf } from '../../webhooks/parsers/fields/texts-of.ts';
import type { ChangeReading } from '../lifecycle/change-reading.ts';
import { actionNamed } from '../lifecycle/claimed-action.ts';
import { claimsByName } from '../lifecycle/known-field-names.ts';
import { plainWord } from '../lifecycle/plain-word.ts';
import { readChange } from '../lifecycle/read-change.ts';
import type { ReadingContext } from '../lifecycle/reading-context.ts';
import { mappedClaims } from './mapped-claims.ts';

const value = softField((field) => textOf(servicenowValue(field)));
const displayValue = softField((field) => textOf(servicenowDisplayValue(field)));

const itemSchema = z.object({
  number: z.unknown().transform((field, context) => {
    const number = textOf(servicenowValue(field));
    if (number !== undefined) return number;
    context.addIssue({ code: 'custom', message: 'expected the number of the item', input: field });
    return z.NEVER;
  }),
  approval: value,
  state: value,
  cat_item: displayValue,
  short_description: value,
  opened_by: displayValue,
  variables: softField((variables): JsonObject => (isJsonObject(variables) ? variables : {})),
});

const bodySchema = z.union([z.object({ result: itemSchema }).transform(({ result }) => result), itemSchema]);

/** Values of `approval` with which an item may be carried out; what has no approval at all needs none. */
const approved: ReadonlySet<string> = new Set(['approved', 'notrequested']);
const rejected: ReadonlySet<string> = new Set(['rejected', 'cancelled', 'canceled', 'nolongerrequired']);

/** Closed complete; closed incomplete and closed skipped. */
const closedState = '3';
const abandonedStates: ReadonlySet<string> = new Set(['4', '7']);

/**
 * A requested item of ServiceNow, as a business rule or flow posts it. Who it is about is told by its variables, never
 * by `requested_for` or `opened_by`, which name managers as often. What still waits for approval is not carried out.
 *
 * @throws RefusedInput when the body is no such item.
 * @see https://www.servicenow.com/docs/csh?topicname=c_OutboundRESTWebService.html
 */
export function readServicenowTicket(
  body: unknown,
  context: ReadingContext<LifecycleSourceOf<'servicenow'>>,
): ChangeReading {
  const item = matchingBody(bodySchema, body, {
    sender: 'a requested item of ServiceNow',
    shape: '{ "number": "RITM…", "approval": "…", "variables": { … } }',
  });
  const approval = plainWord(item.approval ?? 'approved');
  if (rejected.has(approval) || abandonedStates.has(item.state ?? '')) {
    return { kind: 'withdrawn', ticket: item.number };
  }
  if (item.state === closedState) return { kind: 'idle', reason: 'already-closed' };
  if (!approved.has(approval)) return { kind: 'idle', reason: 'not-approved' };
  const variables = new Map(
    Object.entries(item.variables).flatMap(([name, field]) => {
      const text = textOf(servicenowValue(field));
      return text === undefined ? [] : [[name, text]];
    }),
  );
  const told = claimsByName(variables);
  return readChange(
    mappedClaims(context.source.mapping, body, {
      ...told,
      action: [told.action, item.cat_item, item.short_description].find(
        (title) => title !== undefined && actionNamed(title) !== undefined,
      ),
      ticket: item.number,
      requester: told.requester ?? item.opened_by,
    }),
    context,
  );
}
