import { z } from 'zod';
import type { FieldMapping } from '../../config/field-mapping.ts';
import { ConfigurationProblem } from '../../errors/configuration-problem.ts';
import { RefusedInput } from '../../errors/refused-input.ts';
import { allClaims } from './fields/claims.ts';
import { commentPart } from './fields/comment-part.ts';
import { confidence } from './fields/confidence.ts';
import { claimsInProse } from './fields/free-text.ts';
import { instant } from './fields/instant.ts';
import { mappedField } from './fields/mapped-field.ts';
import { hostsOf, pageLink } from './fields/page-link.ts';
import { severityOfNumber, severityOfWord } from './fields/severity.ts';
import { textOf, textsOf } from './fields/texts-of.ts';
import type { ClaimedIndicator, WebhookParser } from './webhook-parser.ts';

const typedIndicatorSchema = z.object({ value: z.string(), type: z.string().nullish() });

/**
 * Any JSON, read by the JMESPath expressions of the connection's `mapping`.
 * @see https://jmespath.org/
 */
export const json: WebhookParser<'json'> = {
  takes: 'json',
  parse(body, { connection: { mapping } }) {
    if (!mapping) {
      throw new ConfigurationProblem('A connection of kind json needs a mapping. Add it and deploy again.');
    }
    const at = (name: keyof FieldMapping) => mappedField(mapping[name], name, body);
    const indicators = at('indicators');
    if (indicators === null || indicators === undefined) {
      throw new RefusedInput(
        'The body has nothing at the place that the mapping names for indicators. Compare the body with mapping.indicators of the connection.',
      );
    }
    const severity = at('severity');
    const link = at('link');
    return {
      eventId: textOf(at('eventId')),
      source: commentPart(at('source')),
      ticket: commentPart(at('ticket')),
      severity: severityOfWord(severity) ?? severityOfNumber(severity, [1, 40, 70, 90]),
      confidence: confidence(at('confidence')),
      link: pageLink(link),
      occurredAt: instant(at('occurredAt')),
      ownHosts: hostsOf(link),
      ...allClaims(
        [indicators].flat(2).flatMap(claimsOf),
        ...[at('text')].flat(2).map((text) => claimsInProse(textOf(text) ?? '')),
      ),
    };
  },
};

function claimsOf(found: unknown): ClaimedIndicator[] {
  const typed = typedIndicatorSchema.safeParse(found).data;
  return typed
    ? [{ value: typed.value, typeHint: typed.type ?? undefined }]
    : textsOf(found).map((value) => ({ value }));
}
