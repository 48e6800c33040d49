import type { ConnectionKind } from '../../config/connection.ts';
import { iocList } from './ioc-list.ts';
import { splunkAlert } from './splunk-alert.ts';
import type { WebhookParser } from './webhook-parser.ts';

/** The parser of each kind of sender. A new sender is a file here, a line, and a word in `connectionKinds`. */
export const webhookParsers: Readonly<Record<ConnectionKind, WebhookParser>> = {
  'ioc-list': iocList,
  'splunk-alert': splunkAlert,
};
