import { z } from 'zod';
import { jmesPathSchema } from './jmes-path.ts';

/** Where the members of a sender's JSON are that have no kind of their own here: JMESPath expressions. */
export const fieldMappingSchema = z
  .strictObject({
    indicators: jmesPathSchema.describe(
      'The indicators: texts, or objects with "value" and perhaps "type". One or an array.',
    ),
    text: jmesPathSchema.optional().describe('Text in which indicators are looked for as well.'),
    eventId: jmesPathSchema.optional().describe("The sender's id of the event."),
    source: jmesPathSchema.optional().describe('Who found the indicators.'),
    ticket: jmesPathSchema.optional(),
    severity: jmesPathSchema.optional().describe('A word such as high, or a number from 0 to 100.'),
    confidence: jmesPathSchema.optional().describe('A number from 0 to 100, or low, medium, high.'),
    link: jmesPathSchema.optional().describe("The sender's page about it; its host is never an indicator."),
    occurredAt: jmesPathSchema.optional().describe('ISO 8601, or seconds or milliseconds since 1970.'),
  })
  .describe('Kind json only: where to find what in the body, as JMESPath expressions.');

export type FieldMapping = z.infer<typeof fieldMappingSchema>;
