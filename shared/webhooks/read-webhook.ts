import { csvBody } from './csv-body.ts';
import { announcesForm, formBody } from './form-body.ts';
import { jsonBody } from './json-body.ts';
import type { ParsedWebhook, ParsingContext, WebhookParser } from './parsers/webhook-parser.ts';
import { textBody } from './text-body.ts';

/** A body that has been verified and not been looked into yet. */
export interface UnreadBody {
  readonly bytes: Buffer;
  readonly contentType: string | undefined;
  /** For JSON: the deepest nesting that is taken. */
  readonly deepestNesting: number;
}

/**
 * Reads a body in the form that the parser takes, and lets the parser read the rest.
 * @throws RefusedInput when the body has another form, or is not of this sender.
 */
export function readWebhook(body: UnreadBody, parser: WebhookParser, context: ParsingContext): ParsedWebhook {
  switch (parser.takes) {
    case 'json':
      return parser.parse(jsonBody(body.bytes, body), context);
    case 'text':
      return parser.parse(textBody(body.bytes), context);
    case 'csv':
      return parser.parse(csvBody(body.bytes), context);
    case 'json-or-form':
      return parser.parse(
        announcesForm(body.contentType)
          ? { form: formBody(body.bytes) }
          : { json: jsonBody(body.bytes, body) },
        context,
      );
  }
}
