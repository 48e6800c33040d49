import { z } from 'zod';
import {
  type Confidence,
  confidenceSchema,
  momentSchema,
  type Severity,
  severitySchema,
  shortTextSchema,
  webLinkSchema,
} from '../ctim.ts';
import { type Observable, observableSchema } from '../observable.ts';

/** That a module saw observables somewhere, and on which of the organisation's own machines. */
export interface Sighting {
  readonly title: string | undefined;
  readonly source: string | undefined;
  readonly severity: Severity;
  readonly confidence: Confidence;
  /** How often, as the module counts. */
  readonly count: number;
  readonly firstSeen: Date | undefined;
  readonly lastSeen: Date | undefined;
  readonly observables: readonly Observable[];
  /** What was hit: machines and users, each by what it is known by. */
  readonly targets: readonly SightedTarget[];
  readonly link: string | undefined;
}

export interface SightedTarget {
  readonly type: string;
  readonly observables: readonly Observable[];
}

/** Observables of another form are left out: the sighting is worth having without them. */
const observablesSchema = z
  .array(observableSchema.nullable().catch(null))
  .transform((observables) => observables.filter((one) => one !== null))
  .catch([]);

export const sightingSchema = z
  .object({
    title: shortTextSchema,
    source: shortTextSchema,
    severity: severitySchema,
    confidence: confidenceSchema,
    count: z.number().int().nonnegative().catch(1),
    observed_time: z
      .object({ start_time: momentSchema, end_time: momentSchema })
      .catch({ start_time: undefined, end_time: undefined }),
    observables: observablesSchema,
    targets: z
      .array(z.object({ type: z.string().catch('unknown'), observables: observablesSchema }))
      .catch([]),
    source_uri: webLinkSchema,
  })
  .transform(
    ({ observed_time, source_uri, ...sighting }): Sighting => ({
      ...sighting,
      firstSeen: observed_time.start_time,
      lastSeen: observed_time.end_time ?? observed_time.start_time,
      link: source_uri,
    }),
  );
