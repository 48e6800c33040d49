import { z } from 'zod';
import { RefusedInput } from '../../errors/refused-input.ts';
import { describeMismatch } from './describe-mismatch.ts';
import { longestCommentPartCharacters, type WebhookParser } from './webhook-parser.ts';

/**
 * Fields of Splunk's Common Information Model that name the other side of a connection, or a file.
 * Not among them on purpose: `host`, `src` and `user`, which are the own machines and people; `answer`, which may be
 * a shared address; and `results_link`, which is Splunk itself.
 *
 * @see https://docs.splunk.com/Documentation/CIM/latest/User/Overview
 */
export const defaultIndicatorFields: readonly string[] = [
  'query',
  'domain',
  'dest',
  'dest_host',
  'dest_ip',
  'dest_domain',
  'url',
  'urls',
  'url_domain',
  'file_hash',
  'md5',
  'sha1',
  'sha256',
];

const splunkAlertSchema = z.object({
  result: z.record(z.string(), z.unknown()),
  search_name: z.string().nullish(),
});

/**
 * The body of Splunk's webhook alert action: the first row of the search's result.
 * It carries no id of its own: `sid` names the search run, which may alert once for each of many rows.
 *
 * @see https://help.splunk.com/splunk-enterprise/alert-and-respond/alerting-manual/10.0/configure-alert-actions/use-a-webhook-alert-action
 */
export const parseSplunkAlert: WebhookParser = (json, { indicatorFields }) => {
  const parsed = splunkAlertSchema.safeParse(json);
  if (!parsed.success) {
    throw new RefusedInput(
      `The body is not a Splunk alert. Expected { "result": { … }, "search_name": "…" }; ${describeMismatch(parsed.error)}.`,
    );
  }
  const { result, search_name } = parsed.data;
  const fields = indicatorFields ?? defaultIndicatorFields;
  const values = fields
    .filter((field) => Object.hasOwn(result, field))
    .flatMap((field) => textsOf(result[field]));
  if (values.length === 0) {
    throw new RefusedInput(
      `The alert's result has no value in any of the fields that hold indicators: ${fields.join(', ')}. Rename a field in the search, or name yours under indicatorFields of the connection.`,
    );
  }
  return {
    source: search_name?.trim().slice(0, longestCommentPartCharacters) || undefined,
    values: values.map((value) => ({ value })),
  };
};

/** A field with several values is an array, or text with a line for each. */
function textsOf(field: unknown): string[] {
  const texts = Array.isArray(field) ? field : [field];
  return texts
    .filter((text) => typeof text === 'string')
    .flatMap((text) => text.split('\n'))
    .map((text) => text.trim())
    .filter((text) => text !== '');
}
