import { z } from 'zod';
import type { TicketComments as TicketCommentSettings } from '../config/ticket-comments.ts';
import { ConfigurationProblem } from '../errors/configuration-problem.ts';
import type { TicketComments } from './ticket-comments.ts';
import type { TicketSystemClient } from './ticket-system-client.ts';

/** A POST of `{ ticket, comment, event }` to one address, for any other system. */
export function jsonComments(
  client: TicketSystemClient,
  { url }: Extract<TicketCommentSettings, { system: 'json' }>,
): TicketComments {
  return {
    async add({ ticket, text: comment, event }) {
      const json = { ticket, comment, event };
      const answer = await client.send(
        { method: 'POST', url: new URL(url), json, repetition: 'once' },
        // Whatever it answers: that it took the comment is enough.
        z.unknown(),
      );
      if (answer.kind === 'answered') return 'added';
      throw new ConfigurationProblem(
        'The address that gets the comments on tickets answered 404. Correct "comments.url" of the source and deploy.',
      );
    },
  };
}
