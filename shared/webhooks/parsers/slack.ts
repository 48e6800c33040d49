import { z } from 'zod';
import { RefusedInput } from '../../errors/refused-input.ts';
import { commentPart } from './fields/comment-part.ts';
import { claimsInMessage, claimsInProse } from './fields/free-text.ts';
import { instant } from './fields/instant.ts';
import { matchingBody } from './fields/matching-body.ts';
import { softField } from './fields/soft-field.ts';
import { textOf } from './fields/texts-of.ts';
import { iocList } from './ioc-list.ts';
import { plainSlackText } from './slack-text.ts';
import type { ParsedWebhook, ParsingContext, WebhookParser } from './webhook-parser.ts';

/** Buttons whose value is a request to block, by their `action_id`; the connection may name others. */
const usualActions: readonly string[] = ['block', 'approve_block'];

/** Slack's own pages: permanent links to messages, files and the like. */
const vendorPages = ['slack.com'];

const messageSchema = z.object({ text: z.string(), ts: softField(instant) });

const challengeSchema = z.object({ type: z.literal('url_verification'), challenge: z.string().max(1_000) });

const eventSchema = z.object({
  type: z.string(),
  subtype: softField(textOf),
  text: softField(textOf),
  channel: softField(textOf),
  event_ts: softField(instant),
});

type SlackEvent = z.infer<typeof eventSchema>;

const callbackSchema = z.object({
  type: z.literal('event_callback'),
  event_id: z.string(),
  event: eventSchema,
});

const shortcutSchema = z.object({ type: z.literal('message_action'), message: messageSchema });

const buttonSchema = z.object({
  type: z.literal('block_actions'),
  actions: z.array(
    z.object({ action_id: z.string(), value: softField(textOf), action_ts: softField(instant) }),
  ),
});

/**
 * What Slack posts: messages and mentions (Events API), a slash command, a shortcut on a message, a pressed button.
 * A message's text is what it has, so it is always read; of buttons only those that are there for it.
 * @see https://docs.slack.dev/apis/events-api/
 * @see https://docs.slack.dev/interactivity/handling-user-interaction
 */
export const slack: WebhookParser<'json-or-form'> = {
  takes: 'json-or-form',
  parse(body, context) {
    if (!('form' in body) || body.form === undefined) return readEvent(body.json);
    const payload = body.form.get('payload');
    return payload === undefined ? readCommand(body.form) : readInteraction(payload, context);
  },
};

function readEvent(json: unknown): ParsedWebhook {
  const body = matchingBody(z.discriminatedUnion('type', [challengeSchema, callbackSchema]), json, {
    sender: 'an event of Slack',
    shape: '{ "type": "event_callback", "event_id": "…", "event": { "type": "message", … } }',
  });
  if (body.type === 'url_verification') return { values: [], challenge: body.challenge };
  const { event, event_id } = body;
  return {
    eventId: event_id,
    source: commentPart(event.channel && `Slack ${event.channel}`) ?? 'Slack',
    occurredAt: event.event_ts,
    ownHosts: vendorPages,
    ...claimsOfEvent(event),
  };
}

/** What mentions the app is addressed to it; other messages of a channel are read like any prose. */
function claimsOfEvent({ type, subtype, text = '' }: SlackEvent): Pick<ParsedWebhook, 'values' | 'unusable'> {
  // An edited, deleted or automatic message has a subtype; only what somebody has just written counts.
  if (subtype !== undefined) return { values: [] };
  if (type === 'app_mention') return { values: claimsInMessage(plainSlackText(text)) };
  return type === 'message' ? claimsInProse(plainSlackText(text)) : { values: [] };
}

function readCommand(form: ReadonlyMap<string, string>): ParsedWebhook {
  const command = form.get('command');
  if (command === undefined) {
    throw new RefusedInput('The form is not of Slack. Expected a field payload, or command and text.');
  }
  return {
    eventId: form.get('trigger_id'),
    source: commentPart(`Slack ${command} ${form.get('user_name') ?? ''}`),
    ownHosts: vendorPages,
    values: claimsInMessage(plainSlackText(form.get('text') ?? '')),
  };
}

function readInteraction(payload: string, context: ParsingContext): ParsedWebhook {
  const schema = z.discriminatedUnion('type', [shortcutSchema, buttonSchema]);
  const interaction = matchingBody(schema, parseJson(payload), {
    sender: 'an interaction of Slack',
    shape: 'payload={ "type": "message_action" or "block_actions", … }',
  });
  if (interaction.type === 'message_action') {
    const { message } = interaction;
    return {
      source: 'Slack',
      occurredAt: message.ts,
      ownHosts: vendorPages,
      values: claimsInMessage(plainSlackText(message.text)),
    };
  }
  const actionIds = context.connection.indicatorFields ?? usualActions;
  const pressed = interaction.actions.filter(({ action_id }) => actionIds.includes(action_id));
  return {
    source: 'Slack',
    occurredAt: pressed[0]?.action_ts,
    ownHosts: vendorPages,
    values: pressed.flatMap(({ value }) => iocList.parse(parseJson(value ?? ''), context).values),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message quotes the text, so it is neither shown nor kept as a cause.
    throw new RefusedInput('The payload or the value of a button is not JSON.');
  }
}
