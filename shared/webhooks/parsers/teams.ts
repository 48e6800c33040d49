import { z } from 'zod';
import { commentPart } from './fields/comment-part.ts';
import { claimsInMessage } from './fields/free-text.ts';
import { instant } from './fields/instant.ts';
import { matchingBody } from './fields/matching-body.ts';
import { softField } from './fields/soft-field.ts';
import { textOf } from './fields/texts-of.ts';
import { plainTeamsText } from './teams-text.ts';
import type { WebhookParser } from './webhook-parser.ts';

const activitySchema = z.object({
  type: z.literal('message'),
  id: softField(textOf),
  timestamp: softField(instant),
  text: z.string(),
  from: softField((from) => z.object({ name: z.string() }).safeParse(from).data),
});

/** The messenger's own pages: links to messages, meetings and files. */
const vendorPages = ['teams.microsoft.com', 'teams.cloud.microsoft'];

/**
 * A message of Microsoft Teams that mentions the outgoing webhook. Its text is what it has, so it is always read.
 * @see https://learn.microsoft.com/en-us/microsoftteams/platform/webhooks-and-connectors/how-to/add-outgoing-webhook
 */
export const teams: WebhookParser<'json'> = {
  takes: 'json',
  parse(json) {
    const { id, timestamp, text, from } = matchingBody(activitySchema, json, {
      sender: 'a message of Microsoft Teams',
      shape: '{ "type": "message", "id": "…", "text": "…" }',
    });
    return {
      eventId: id,
      source: commentPart(from && `Teams ${from.name}`) ?? 'Teams',
      occurredAt: timestamp,
      ownHosts: vendorPages,
      values: claimsInMessage(plainTeamsText(text)),
    };
  },
};
