import { type Disposition, dispositionNumber } from '../enrich/disposition.ts';
import type { Observable } from '../observable.ts';
import { entityBody, type WrittenEntity } from './entity.ts';

/** What automation may claim at most, so that people (100) and curated lists (95) prevail. */
export const automationPriority = 90;

/** More characters are refused. */
const longestReasonCharacters = 1_024;

/** That an observable is what we take it for, until a day. */
export interface WrittenJudgement extends WrittenEntity {
  readonly observable: Observable;
  readonly disposition: Disposition;
  /** Why; cut to what is taken. */
  readonly reason: string;
  readonly validFrom: Date;
  readonly validUntil: Date;
  /** Where a person can read more. */
  readonly link?: string;
}

/** @see https://private.intel.amp.cisco.com/index.html */
export function judgementBody(judgement: WrittenJudgement) {
  const { observable, disposition, reason, validFrom, validUntil, link } = judgement;
  return {
    ...entityBody(judgement),
    type: 'judgement',
    observable,
    disposition: dispositionNumber(disposition),
    priority: automationPriority,
    // A cut may halve a character outside the basic plane.
    reason: reason.slice(0, longestReasonCharacters).toWellFormed(),
    valid_time: { start_time: validFrom.toISOString(), end_time: validUntil.toISOString() },
    ...(link === undefined ? {} : { reason_uri: link }),
  };
}
