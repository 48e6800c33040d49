import { connectionSchema } from '#shared/config/connection.ts';
import type {
  ParsedWebhook,
  ParsingContext,
  WebhookParser,
} from '#shared/webhooks/parsers/webhook-parser.ts';

export const receivedAt = new Date('2026-11-22T10:00:00Z');

/** A parsing context as the configuration would give it, with the settings that matter in a test. */
export function parsingContext(kind: string, settings: object = {}): ParsingContext {
  const connection = connectionSchema.parse({
    kind,
    authentication: 'bearer-token',
    destinationLists: ['soc-block'],
    ...settings,
  });
  return { connection, receivedAt };
}

/** What a parser of JSON reads. */
export function parseJson(
  parser: WebhookParser<'json'>,
  json: unknown,
  settings: { readonly kind: string } & Record<string, unknown>,
): ParsedWebhook {
  const { kind, ...others } = settings;
  return parser.parse(json, parsingContext(kind, others));
}

/** The values alone, in order. */
export function valuesOf({ values }: ParsedWebhook): string[] {
  return values.map(({ value }) => value);
}
