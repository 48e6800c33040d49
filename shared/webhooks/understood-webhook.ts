import type { Connection } from '../config/connection.ts';
import type { ReceivedRequest, RejectedValue } from '../requests/received-request.ts';
import { longestShownValueCharacters } from './claimed-values.ts';
import type { ParsedWebhook } from './parsers/webhook-parser.ts';

/** A delivery that is believed and understood: what a request is made of. */
export interface UnderstoodWebhook {
  readonly requestId: ReceivedRequest['requestId'];
  readonly name: ReceivedRequest['connection'];
  readonly connection: Connection;
  readonly receivedAt: Date;
  readonly webhook: ParsedWebhook;
}

/** Nothing on or below these hosts is an indicator: the sender's own, and what its connection ignores. */
export function senderHostsOf({ webhook, connection }: UnderstoodWebhook): readonly string[] {
  return [...(webhook.ownHosts ?? []), ...connection.ignoredDomains];
}

/** What the sender itself does not vouch for, as it is shown. */
export function unusableValues({ webhook: { unusable = [] } }: UnderstoodWebhook): RejectedValue[] {
  return unusable.map(({ value, reason }) => ({
    value: value.slice(0, longestShownValueCharacters),
    reason,
  }));
}
