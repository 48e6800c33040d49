import fc from 'fast-check';
import { expect, it } from 'vitest';
import { jiraComments } from '#shared/tickets/jira-comments.ts';
import { servicenowComments } from '#shared/tickets/servicenow-comments.ts';
import type { TicketSystemCall } from '#shared/tickets/ticket-system-client.ts';

const event = { type: 'UserOffboarded', detail: {} };

/** Numbers as people write them, and texts with what means something in queries and paths. */
const anyTicket = fc.oneof(
  fc.string({ maxLength: 100 }),
  fc.string({
    unit: fc.constantFrom('^', '=', '/', '.', '%', '?', '#', 'A', '1', '-', ' ', '\n'),
    maxLength: 20,
  }),
  fc.stringMatching(/^(RITM|HR-)[0-9]{1,7}$/),
);

/** A client that finds no record, and keeps what it is asked. */
function recordingClient() {
  const calls: TicketSystemCall[] = [];
  return {
    calls,
    client: {
      async send(call: TicketSystemCall) {
        calls.push(call);
        return { kind: 'not-found' } as const;
      },
    },
  };
}

it('whatever a ticket is called, ServiceNow is asked for that one number and for nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(anyTicket, async (ticket) => {
      const { calls, client } = recordingClient();
      await servicenowComments(client, {
        system: 'servicenow',
        baseUrl: 'https://corp.example',
        table: 'sc_task',
      }).add({ ticket, text: 'text', event });

      for (const { url } of calls) {
        expect(url.pathname).toBe('/api/now/table/sc_task');
        expect(url.searchParams.get('sysparm_query')).toBe(`number=${ticket}`);
        expect(ticket).toMatch(/^[\w.-]+$/);
      }
    }),
  );
});

it('whatever a ticket is called, Jira is asked for the comments of one issue and for nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(anyTicket, async (ticket) => {
      const { calls, client } = recordingClient();
      await jiraComments(client, { system: 'jira', baseUrl: 'https://corp.example' }).add({
        ticket,
        text: 'text',
        event,
      });

      for (const { url } of calls) expect(url.pathname).toBe(`/rest/api/2/issue/${ticket}/comment`);
    }),
  );
});

it('whatever a text says, Jira reads no markup in it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom('{noformat}', '{noformat:title=x}', '{', 'noformat', '}', 'a', '\n')),
      async (parts) => {
        const { calls, client } = recordingClient();
        await jiraComments(client, { system: 'jira', baseUrl: 'https://corp.example' }).add({
          ticket: 'HR-1',
          text: parts.join(''),
          event,
        });

        const body = JSON.stringify(calls[0]?.json);
        expect(body.match(/\{noformat[^}]*\}/g)).toEqual(['{noformat}', '{noformat}']);
      },
    ),
  );
});
