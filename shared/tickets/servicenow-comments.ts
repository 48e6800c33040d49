import { z } from 'zod';
import type { TicketComments as TicketCommentSettings } from '../config/ticket-comments.ts';
import type { TicketComments } from './ticket-comments.ts';
import type { TicketSystemClient } from './ticket-system-client.ts';

const foundSchema = z.object({ result: z.array(z.object({ sys_id: z.string().min(1) })) });

/** Any other character could end the condition of the query and begin another: `^` does. */
const ticketNumber = /^[A-Za-z0-9._-]{1,100}$/;

/**
 * Work notes on records of ServiceNow, found by number.
 * @see https://www.servicenow.com/docs/r/api-reference/rest-apis/c_TableAPI.html
 */
export function servicenowComments(
  client: TicketSystemClient,
  { baseUrl, table }: Extract<TicketCommentSettings, { system: 'servicenow' }>,
): TicketComments {
  const tableUrl = new URL(`/api/now/table/${table}`, baseUrl);
  return {
    async add({ ticket, text }) {
      const id = await findRecord(ticket);
      if (id === undefined) return 'no-such-ticket';
      const url = new URL(`${tableUrl.pathname}/${encodeURIComponent(id)}`, tableUrl);
      url.searchParams.set('sysparm_fields', 'sys_id');
      const noted = await client.send(
        { method: 'PATCH', url, json: { work_notes: withoutCode(text) }, repetition: 'once' },
        z.unknown(),
      );
      return noted.kind === 'answered' ? 'added' : 'no-such-ticket';
    },
  };

  async function findRecord(ticket: string): Promise<string | undefined> {
    if (!ticketNumber.test(ticket)) return undefined;
    const url = new URL(tableUrl);
    url.searchParams.set('sysparm_query', `number=${ticket}`);
    url.searchParams.set('sysparm_fields', 'sys_id');
    url.searchParams.set('sysparm_limit', '1');
    const found = await client.send({ method: 'GET', url, repetition: 'repeatable' }, foundSchema);
    return found.kind === 'answered' ? found.body.result[0]?.sys_id : undefined;
  }
}

/** What stands between `[code]` and `[/code]` is shown as HTML. */
function withoutCode(text: string): string {
  return text.replace(/\[(\/?code)\]/gi, '($1)');
}
