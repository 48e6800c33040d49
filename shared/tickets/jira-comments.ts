import { z } from 'zod';
import { pathSegment } from '../cisco/http/path-segment.ts';
import type { TicketComments as TicketCommentSettings } from '../config/ticket-comments.ts';
import type { TicketComments } from './ticket-comments.ts';
import type { TicketSystemClient } from './ticket-system-client.ts';

const issueKey = /^[A-Za-z][A-Za-z0-9_]{0,60}-\d{1,12}$/;

/**
 * Comments on issues of Jira, Cloud and Data Center alike: version 2 of the API takes text in both.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v2/api-group-issue-comments/
 */
export function jiraComments(
  client: TicketSystemClient,
  { baseUrl }: Extract<TicketCommentSettings, { system: 'jira' }>,
): TicketComments {
  return {
    async add({ ticket, text }) {
      if (!issueKey.test(ticket)) return 'no-such-ticket';
      const url = new URL(`/rest/api/2/issue/${pathSegment(ticket)}/comment`, baseUrl);
      const added = await client.send(
        { method: 'POST', url, json: { body: verbatim(text) }, repetition: 'once' },
        z.unknown(),
      );
      return added.kind === 'answered' ? 'added' : 'no-such-ticket';
    },
  };
}

/** Jira would read its markup in reasons and names: mentions, images, links. Between these it reads none. */
function verbatim(text: string): string {
  return `{noformat}\n${text.replace(/\{(?=noformat)/gi, '(')}\n{noformat}`;
}
