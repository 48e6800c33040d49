import { counted } from '../../approvals/counted.ts';
import type { LifecycleFuses } from '../../config/lifecycle-fuses.ts';
import type { PeopleSettings } from '../../config/people.ts';
import type { EmailAddress } from '../email-address.ts';
import type { LifecycleRequest } from '../lifecycle/lifecycle-request.ts';
import type { KnownPeople } from './fuse-facts.ts';
import type { FuseTrip } from './fuse-trip.ts';

/** What the fuses of one person are told beside the request. */
export interface PersonFuseContext {
  readonly known: KnownPeople;
  /** All who leave, the others of the batch too. */
  readonly leaving: ReadonlySet<EmailAddress>;
  readonly settings: Pick<PeopleSettings, 'protectedAccounts' | 'fuses'>;
  readonly now: Date;
}

/** Fuses that hold one request and let the others of the batch go. */
export function personTrips(request: LifecycleRequest, context: PersonFuseContext): FuseTrip[] {
  const trips = [implausibleDate(request, context)];
  if (request.kind === 'offboard') {
    trips.push(protectedAccount(request.email, context), lastAdministrator(request.email, context));
  }
  return trips.filter((trip) => trip !== undefined);
}

function protectedAccount(
  email: EmailAddress,
  { settings: { protectedAccounts } }: PersonFuseContext,
): FuseTrip | undefined {
  if (protectedAccounts.breakGlass.includes(email)) {
    return { fuse: 'break-glass-account', explanation: 'This account is for emergencies.' };
  }
  if (!protectedAccounts.apiOwners.includes(email)) return undefined;
  return {
    fuse: 'api-owner',
    explanation: 'Automation depends on API keys of this person: replace them first.',
  };
}

/** When too few would remain, every administrator who leaves is held: a person chooses who stays. */
function lastAdministrator(
  email: EmailAddress,
  { known: { administrators }, leaving, settings: { fuses } }: PersonFuseContext,
): FuseTrip | undefined {
  const fuse = 'last-administrator';
  if (administrators === undefined) {
    return { fuse, explanation: 'Who administers Security Cloud Control could not be found out.' };
  }
  if (!administrators.includes(email)) return undefined;
  const remaining = administrators.filter((one) => !leaving.has(one)).length;
  if (remaining >= fuses.leastAdministrators) return undefined;
  return {
    fuse,
    explanation: `${counted(remaining, 'administrator', 'administrators')} of Security Cloud Control would remain; at least ${fuses.leastAdministrators} must.`,
  };
}

const millisecondsPerDay = 86_400_000;

function implausibleDate(
  { effective }: LifecycleRequest,
  { now, settings: { fuses } }: PersonFuseContext,
): FuseTrip | undefined {
  if (effective.kind === 'immediate') return undefined;
  const daysAhead = (effective.at.getTime() - now.getTime()) / millisecondsPerDay;
  return tooLongAgo(-daysAhead, fuses) ?? tooFarAhead(daysAhead, fuses);
}

function tooLongAgo(days: number, { mostDaysPast }: LifecycleFuses): FuseTrip | undefined {
  if (days <= mostDaysPast) return undefined;
  return {
    fuse: 'date-long-past',
    explanation: `The date is ${counted(Math.floor(days), 'day', 'days')} past, more than ${mostDaysPast}: an old file, or a wrong year.`,
  };
}

function tooFarAhead(days: number, { mostDaysAhead }: LifecycleFuses): FuseTrip | undefined {
  if (days <= mostDaysAhead) return undefined;
  return {
    fuse: 'date-far-ahead',
    explanation: `The date is ${counted(Math.floor(days), 'day', 'days')} ahead, more than ${mostDaysAhead}: a wrong year?`,
  };
}
