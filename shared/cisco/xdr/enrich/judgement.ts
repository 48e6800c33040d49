import { z } from 'zod';
import {
  type Confidence,
  confidenceSchema,
  type Severity,
  severitySchema,
  shortTextSchema,
  validTimeSchema,
  webLinkSchema,
} from '../ctim.ts';
import { type Observable, observableSchema } from '../observable.ts';
import { type Disposition, dispositionSchema } from './disposition.ts';

/** Why a module rates an observable as it does: the evidence behind a verdict. */
export interface Judgement {
  readonly observable: Observable | undefined;
  readonly disposition: Disposition;
  /** From 0 to 100: people 100, curated lists 95, automation 90 and less. */
  readonly priority: number | undefined;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly source: string | undefined;
  readonly reason: string | undefined;
  /** Where a person can read more. */
  readonly link: string | undefined;
  readonly validFrom: Date | undefined;
  readonly validUntil: Date | undefined;
}

export const judgementSchema = z
  .object({
    observable: observableSchema.optional().catch(undefined),
    disposition: dispositionSchema,
    priority: z.number().optional().catch(undefined),
    severity: severitySchema,
    confidence: confidenceSchema,
    source: shortTextSchema,
    reason: shortTextSchema,
    reason_uri: webLinkSchema,
    source_uri: webLinkSchema,
    valid_time: validTimeSchema,
  })
  .transform(
    ({ observable, priority, reason_uri, source_uri, valid_time, ...others }): Judgement => ({
      ...others,
      observable,
      priority,
      link: reason_uri ?? source_uri,
      validFrom: valid_time.start_time,
      validUntil: valid_time.end_time,
    }),
  );
