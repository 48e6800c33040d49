import type { Connection } from '../config/connection.ts';
import { RefusedRequest } from '../lambda/refused-request.ts';
import type { ParsedWebhook } from './parsers/webhook-parser.ts';

/**
 * What is to be done with what was sent: what the body asks for, else what its connection is for.
 * @throws RefusedRequest (`not-understood`) when the connection is not prepared for it, or the body does not fit it
 */
export function requestedAction(
  { action: asked, text }: Pick<ParsedWebhook, 'action' | 'text'>,
  { action: usual, enrichment }: Pick<Connection, 'action' | 'enrichment'>,
): 'block' | 'enrich' {
  const action = asked ?? usual;
  if (action === 'enrich' && enrichment === undefined) {
    throw new RefusedRequest(
      'not-understood',
      'The body asks to enrich, and its connection has no "enrichment" in the configuration. Send it to one that has, or leave "action" out.',
    );
  }
  if (action === 'block' && text !== undefined) {
    throw new RefusedRequest(
      'not-understood',
      'The body has a "text" to look through, which is done only with "action": "enrich". Name what to block under "indicators".',
    );
  }
  return action;
}
