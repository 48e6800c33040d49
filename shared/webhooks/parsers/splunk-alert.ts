import { z } from 'zod';
import { RefusedInput } from '../../errors/refused-input.ts';
import { declaredClaims } from './fields/claims.ts';
import { commentPart } from './fields/comment-part.ts';
import { confidence } from './fields/confidence.ts';
import { instant } from './fields/instant.ts';
import { matchingBody } from './fields/matching-body.ts';
import { hostsOf, pageLink } from './fields/page-link.ts';
import { severityOfWord } from './fields/severity.ts';
import { usualSplunkFields } from './splunk-fields.ts';
import type { WebhookParser } from './webhook-parser.ts';

const splunkAlertSchema = z.object({
  result: z.record(z.string(), z.unknown()),
  search_name: z.string().nullish(),
  results_link: z.unknown().optional(),
});

/**
 * The body of Splunk's webhook alert action: the first row of the search's result.
 * It carries no id of its own: `sid` names the search run, which may alert once for each of many rows.
 *
 * @see https://help.splunk.com/splunk-enterprise/alert-and-respond/alerting-manual/10.0/configure-alert-actions/use-a-webhook-alert-action
 */
export const splunkAlert: WebhookParser<'json'> = {
  takes: 'json',
  parse(json, { connection }) {
    const { result, search_name, results_link } = matchingBody(splunkAlertSchema, json, {
      sender: 'a Splunk alert',
      shape: '{ "result": { … }, "search_name": "…" }',
    });
    const values = declaredClaims(result, usualSplunkFields, connection);
    if (values.length === 0) {
      const fields = connection.indicatorFields ?? usualSplunkFields;
      throw new RefusedInput(
        `The alert's result has no value in any of the fields that hold indicators: ${fields.join(', ')}. Rename a field in the search, or name yours under indicatorFields of the connection.`,
      );
    }
    return {
      source: commentPart(search_name),
      severity: severityOfWord(result.severity ?? result.urgency),
      confidence: confidence(result.confidence),
      link: pageLink(results_link),
      occurredAt: instant(result._time),
      ownHosts: hostsOf(results_link),
      values,
    };
  },
};
