import type { PeopleSettings } from '../../config/people.ts';
import { isNonEmpty, type NonEmptyArray } from '../../non-empty.ts';
import type { LifecycleRequest } from '../lifecycle/lifecycle-request.ts';
import { batchTrips } from './batch-fuses.ts';
import type { KnownPeople, LifecycleBatch } from './fuse-facts.ts';
import type { FuseTrip } from './fuse-trip.ts';
import { personTrips } from './person-fuses.ts';

/** Whether a request may be carried out, or waits for a person, and why. */
export type FuseDecision =
  | { readonly kind: 'go'; readonly request: LifecycleRequest }
  | { readonly kind: 'held'; readonly request: LifecycleRequest; readonly trips: NonEmptyArray<FuseTrip> };

/** What the fuses say about all that came at once. */
export interface FuseReport {
  /** Why the whole of it is held; empty when only single requests are, or none. */
  readonly batchTrips: readonly FuseTrip[];
  /** One for each request, in their order. */
  readonly decisions: readonly FuseDecision[];
}

/**
 * Decides what may be carried out without a person. Where a fact is missing that a fuse needs, the request is held.
 * With no fuse blown for the whole batch, each request is decided by itself; else all of them are held.
 */
export function checkFuses(
  batch: LifecycleBatch,
  context: {
    readonly known: KnownPeople;
    readonly settings: Pick<PeopleSettings, 'protectedAccounts' | 'fuses'>;
    readonly now: Date;
  },
): FuseReport {
  const forAll = batchTrips(batch, context.known, context.settings.fuses);
  const leaving = new Set([
    ...batch.requests.filter(({ kind }) => kind === 'offboard').map(({ email }) => email),
    ...context.known.pendingLeavers,
  ]);
  const decisions = batch.requests.map((request): FuseDecision => {
    const trips = [...forAll, ...personTrips(request, { ...context, leaving })];
    return isNonEmpty(trips) ? { kind: 'held', request, trips } : { kind: 'go', request };
  });
  return { batchTrips: forAll, decisions };
}
