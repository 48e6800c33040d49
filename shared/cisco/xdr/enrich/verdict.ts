import { z } from 'zod';
import { textSchema, validTimeSchema } from '../ctim.ts';
import { type Observable, observableSchema } from '../observable.ts';
import { type Disposition, dispositionSchema } from './disposition.ts';

/** What one module says of one observable in the end, for a time. */
export interface Verdict {
  readonly observable: Observable;
  readonly disposition: Disposition;
  /** The judgement that it rests on. `undefined` for one that is stored nowhere and cannot be looked up. */
  readonly judgementId: string | undefined;
  readonly validFrom: Date | undefined;
  /** `undefined` when the module names no end: it then says nothing about tomorrow. */
  readonly validUntil: Date | undefined;
}

export const verdictSchema = z
  .object({
    observable: observableSchema,
    disposition: dispositionSchema,
    judgement_id: textSchema,
    valid_time: validTimeSchema,
  })
  .transform(
    ({ observable, disposition, judgement_id, valid_time }): Verdict => ({
      observable,
      disposition,
      judgementId: judgement_id?.startsWith('transient:') ? undefined : judgement_id,
      validFrom: valid_time.start_time,
      validUntil: valid_time.end_time,
    }),
  );
