import type { NameMatch, NameSet, PlacedName } from '../places/name-set.ts';
import type { NetworkSet } from '../places/network-set.ts';
import { hasStrangersPages, isStrangersName } from '../places/strangers.ts';
import type { GuardRule, Objection, ObjectionDecision } from '../rule.ts';
import type { Reach, Subject } from '../subject.ts';

/** Places on the internet that are not to be cut off, and what becomes of an indicator that touches one. */
export interface ProtectedPlaces {
  /** The rule's name. */
  readonly rule: string;
  readonly reason: string;
  /** What the places are, to go on behind "is" in a sentence: `a service that people sign in with`. */
  readonly what: string;
  readonly names?: NameSet;
  readonly networks?: NetworkSet;
  readonly decisions: {
    /** All of a listed place: the name, one above it, an address, or a network around or in a listed one. */
    readonly all: ObjectionDecision;
    /** A name below a listed one. Left out: nothing against it. */
    readonly below?: ObjectionDecision;
    /** A URL with a path, on a listed place or below it. Left out: nothing against it. */
    readonly page?: ObjectionDecision;
  };
  /**
   * Also what strangers keep there, under names or pages of their own, is protected.
   * For what somebody has listed on purpose.
   */
  readonly strangersToo?: boolean;
}

/** The rule that demands of an indicator that it leaves these places alone. */
export function protectedPlacesRule(places: ProtectedPlaces): GuardRule {
  return {
    name: places.rule,
    objectTo(subject) {
      const { place } = subject;
      if (place?.kind === 'name') return objectToName(places, subject, place);
      const listed = place && places.networks?.match(place.range);
      if (!place || listed === undefined) return undefined;
      const { network } = place;
      const which = network === listed ? network : `${network} shares addresses with ${listed}, which`;
      const { all, page } = places.decisions;
      return objection(places, byReach(subject.reach, all, page), `${which} is ${places.what}.`);
    },
  };
}

function objectToName(places: ProtectedPlaces, { reach }: Subject, asked: PlacedName): Objection | undefined {
  const match = places.names?.match(asked);
  if (!match) return undefined;
  if (!places.strangersToo) {
    if (reach === 'page' && hasStrangersPages(asked.name)) return undefined;
    if (match.relation === 'below' && isStrangersName(asked, match.listed)) return undefined;
  }
  const { all, below, page } = places.decisions;
  const decision = byReach(reach, match.relation === 'below' ? below : all, page);
  return objection(places, decision, sentence(asked.name, match, places.what));
}

/** A query alone may not count at the destination, and then all of the host is cut off: a person has to look at it. */
function byReach(
  reach: Reach,
  all: ObjectionDecision | undefined,
  page: ObjectionDecision | undefined,
): ObjectionDecision | undefined {
  if (reach === 'all') return all;
  return reach === 'page' ? page : (page ?? 'hold');
}

function objection(
  { reason }: ProtectedPlaces,
  decision: ObjectionDecision | undefined,
  explanation: string,
): Objection | undefined {
  return decision && { decision, reason, explanation };
}

function sentence(name: string, { relation, listed }: NameMatch, what: string): string {
  if (relation === 'on') return `${name} is ${what}.`;
  if (relation === 'below') return `${name} lies below ${listed}, which is ${what}.`;
  return `Blocking ${name} would block ${listed} below it, which is ${what}.`;
}
