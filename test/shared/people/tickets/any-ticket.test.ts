import fc from 'fast-check';
import { expect, it } from 'vitest';
import { RefusedInput } from '#shared/errors/refused-input.ts';
import { readTicket, type TicketSource } from '#shared/people/tickets/read-ticket.ts';
import { lifecycleSource, peopleSettings } from '../lifecycle/people-settings.ts';

const mapping = {
  email: 'issue.fields.mail || variables.mail || mail',
  lastDay: 'issue.fields.until || until',
};
const sources: TicketSource[] = [
  lifecycleSource({ kind: 'servicenow', mapping }),
  lifecycleSource({ kind: 'jira-service-management', mapping }),
  lifecycleSource({ kind: 'json', mapping }),
];

const told = fc.oneof(fc.constantFrom('bob@corp.example', '2026-11-27', 'approved', ''), fc.jsonValue());
const item = fc.record(
  {
    number: told,
    approval: told,
    state: told,
    cat_item: told,
    variables: fc.dictionary(fc.constantFrom('mail', 'email', 'last_day', 'first_name'), told),
  },
  { requiredKeys: ['number'] },
);
const issue = fc.record({
  webhookEvent: told,
  issue: fc.record({
    key: fc.constant('HR-1'),
    fields: fc.record({
      status: fc.constant({ name: 'Approved' }),
      summary: fc.constantFrom('Offboarding', 'Onboarding', 'Printer'),
      description: fc
        .array(fc.tuple(fc.constantFrom('E-mail', 'Last day', 'Name'), told))
        .map((lines) =>
          lines
            .map(([label, text]) => `${label}: ${typeof text === 'string' ? text : JSON.stringify(text)}`)
            .join('\n'),
        ),
      mail: told,
      until: told,
    }),
  }),
});

it('any ticket ends in one way, or is refused as the body of another sender; no leaver is without an address', () => {
  fc.assert(
    fc.property(fc.constantFrom(...sources), fc.oneof(item, issue, fc.jsonValue()), (source, body) => {
      try {
        const reading = readTicket(body, { settings: peopleSettings(), source, receivedAt: new Date() });
        expect(['accepted', 'withdrawn', 'idle', 'refused']).toContain(reading.kind);
        if (reading.kind === 'accepted') expect(reading.request.email).toMatch(/^[^@\s]+@[^@\s]+$/);
      } catch (error) {
        expect(error).toBeInstanceOf(RefusedInput);
      }
    }),
    { numRuns: 300 },
  );
});
