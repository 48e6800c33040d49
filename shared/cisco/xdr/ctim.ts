import { z } from 'zod';
import { redactVendorText } from '../http/redact.ts';

/**
 * Words and forms of CTIM, the data model of XDR's intelligence. What comes in is read leniently: modules of many
 * makers fill it in.
 * @see https://github.com/threatgrid/ctim
 */
export const confidences = ['High', 'Medium', 'Low', 'Info', 'None', 'Unknown'] as const;
export type Confidence = (typeof confidences)[number];

/** As {@link confidences}, and `Critical`. */
export const severities = ['Critical', ...confidences] as const;
export type Severity = (typeof severities)[number];

/** How far something may be passed on. */
export type TrafficLight = 'white' | 'green' | 'amber' | 'red';

export const confidenceSchema = z.enum(confidences).catch('Unknown');
export const severitySchema = z.enum(severities).catch('Unknown');

/** A moment, or `undefined` for what is none. */
export const momentSchema = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(text))
  .optional()
  .catch(undefined);

/** A link that may be shown to people, or `undefined` for what is none. */
export const webLinkSchema = z
  .url({ protocol: /^https?$/ })
  .optional()
  .catch(undefined);

/** Text, or `undefined` for what is none. */
export const textSchema = z.string().optional().catch(undefined);

/** A module's own words, cut and cleaned for people and logs. */
export const shortTextSchema = textSchema.transform((text) => (text ? redactVendorText(text) : undefined));

/** From when until when a verdict or judgement holds; the end may be centuries ahead. */
export const validTimeSchema = z
  .object({ start_time: momentSchema, end_time: momentSchema })
  .catch({ start_time: undefined, end_time: undefined });
