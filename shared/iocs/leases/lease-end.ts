import type { ConnectionLease, LeaseSettings } from '../../config/leases.ts';
import type { IndicatorType } from '../indicator.ts';
import { fullHourFrom } from './full-hour.ts';

const hourMilliseconds = 3_600_000;

/** What decides how long a block lasts. */
export interface LeaseTerms {
  readonly indicatorType: IndicatorType;
  /** How sure the sender is, in percent; it may not say. */
  readonly confidence?: number | undefined;
  readonly leases: LeaseSettings;
  /** What the sender's connection says of its own. */
  readonly connectionLease?: ConnectionLease | undefined;
}

/**
 * When a block that is asked for at `now` ends by itself: a full hour, never earlier than the lease lasts, so that
 * one reading of a list serves all leases that end with the hour.
 */
export function leaseEnd(terms: LeaseTerms, now: Date): Date {
  return fullHourFrom(new Date(now.getTime() + leaseHours(terms) * hourMilliseconds));
}

/** The most specific setting counts: connection and type, connection, low confidence, type, default. */
function leaseHours({ indicatorType, confidence, leases, connectionLease }: LeaseTerms): number {
  return (
    connectionLease?.hoursByType?.[indicatorType] ??
    connectionLease?.hours ??
    hoursOfLowConfidence(confidence, leases) ??
    leases.hoursByType[indicatorType] ??
    leases.hours
  );
}

/** A sender that does not say how sure it is counts as sure: not every sender can say. */
function hoursOfLowConfidence(confidence: number | undefined, { hoursOfLowConfidence }: LeaseSettings) {
  if (confidence === undefined || hoursOfLowConfidence === undefined) return undefined;
  return confidence < hoursOfLowConfidence.below ? hoursOfLowConfidence.hours : undefined;
}
