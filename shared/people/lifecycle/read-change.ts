import { plainLine } from '../../approvals/plain-line.ts';
import { type ChangeReading, isRefusal, type Refusal, refusal } from './change-reading.ts';
import { yesOrNo } from './claimed-action.ts';
import type { ClaimedChange } from './claimed-change.ts';
import { type ClaimedIdentity, claimedIdentity, claimedName, nameFromEmail } from './claimed-identity.ts';
import { claimedProfile } from './claimed-profile.ts';
import { claimedTime, claimedTimeZone } from './claimed-time.ts';
import type { EffectiveTime } from './effective-time.ts';
import type { LifecycleRequest, OffboardRequest } from './lifecycle-request.ts';
import { plainWord } from './plain-word.ts';
import type { ReadingContext } from './reading-context.ts';
import { type WantedAction, wantedAction } from './wanted-action.ts';

/**
 * Makes a request of what is claimed, or says why not. Whatever is not clear is refused whole: a wrong guess cuts off
 * the wrong person, or the right one on the wrong day.
 *
 * 1. Joiner or leaver?
 * 2. Who?
 * 3. When?
 * 4. With what?
 */
export function readChange(claims: ClaimedChange, context: ReadingContext): ChangeReading {
  const wanted = wantedAction(claims, context);
  if (wanted.kind !== 'wanted') return wanted;
  const identity = claimedIdentity(claims, context.settings);
  if (isRefusal(identity)) return identity;
  const effective = effectiveTime(wanted, claims, context);
  if (isRefusal(effective)) return effective;
  const about = {
    ...identity,
    effective,
    ticket: shown(claims.ticket),
    requester: shown(claims.requester),
  };
  return wanted.action === 'onboard' ? joiner(claims, about, context) : leaver(claims, about, context);
}

type About = ClaimedIdentity & Pick<LifecycleRequest, 'effective' | 'ticket' | 'requester'>;

function joiner(claims: ClaimedChange, about: About, context: ReadingContext): ChangeReading {
  const wanted = claimedProfile(claims, context);
  if (isRefusal(wanted)) return wanted;
  const name = claimedName(claims) ?? nameFromEmail(about.email);
  return { kind: 'accepted', request: { kind: 'onboard', ...about, name, profile: wanted.profile } };
}

function leaver(claims: ClaimedChange, about: About, context: ReadingContext): ChangeReading {
  const departure = departureOf(claims, context);
  return { kind: 'accepted', request: { kind: 'offboard', ...about, name: claimedName(claims), departure } };
}

function effectiveTime(
  { action, isAlreadySo }: WantedAction,
  claims: ClaimedChange,
  context: ReadingContext,
): EffectiveTime | Refusal {
  const isImmediate = claims.immediate ? yesOrNo(claims.immediate) : false;
  if (isImmediate === undefined) {
    return refusal(
      'immediate-unclear',
      'Whether it is immediate is told in a word that is neither yes nor no.',
    );
  }
  const { receivedAt, settings } = context;
  if (
    isImmediate ||
    (action === 'offboard' && isAmong(settings.departures.immediate, claims.terminationType))
  ) {
    return { kind: 'immediate', since: receivedAt };
  }
  if (!isAlreadySo) return claimedTime(action, claims, context);
  const there = claimedTimeZone(claims, settings);
  return isRefusal(there) ? there : { kind: 'scheduled', at: receivedAt, timeZone: there.timeZone };
}

const voluntaryWords = ['voluntary', 'resignation', 'retirement', 'freiwillig', 'démission'];

function departureOf(
  { terminationType }: ClaimedChange,
  { settings }: ReadingContext,
): OffboardRequest['departure'] {
  const { involuntary, immediate } = settings.departures;
  if (isAmong([...involuntary, ...immediate], terminationType)) return 'involuntary';
  return isAmong(voluntaryWords, terminationType) ? 'voluntary' : 'unknown';
}

/** Whole words only: in "involuntary" there is a "voluntary". */
function isAmong(words: readonly string[], text: string | undefined): boolean {
  return text !== undefined && words.some((word) => plainWord(word) === plainWord(text));
}

function shown(text: string | undefined): string | undefined {
  return text ? plainLine(text, 100) || undefined : undefined;
}
