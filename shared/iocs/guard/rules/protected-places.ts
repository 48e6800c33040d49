import type { Indicator } from '../../indicator.ts';
import { hostOf } from '../indicator-host.ts';
import type { NameMatch, NameSet } from '../places/name-set.ts';
import type { NetworkSet } from '../places/network-set.ts';
import { isStrangersName, isStrangersPage } from '../places/strangers.ts';
import { reachOf } from '../reach.ts';
import type { GuardRule, Objection, ObjectionDecision } from '../rule.ts';

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
    readonly host: ObjectionDecision;
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
    objectTo(indicator) {
      const host = hostOf(indicator);
      if (host?.kind === 'name') return objectToName(places, indicator, host.name);
      const asked = host?.address ?? (indicator.type === 'cidr' ? indicator.value : undefined);
      const listed = asked === undefined ? undefined : places.networks?.match(asked);
      if (asked === undefined || listed === undefined) return undefined;
      const decision = decisionByReach(indicator, places.decisions.host, places.decisions.page);
      const same = asked === listed ? asked : `${asked} shares addresses with ${listed}, which`;
      return objection(places, decision, `${same} is ${places.what}.`);
    },
  };
}

function objectToName(places: ProtectedPlaces, indicator: Indicator, name: string): Objection | undefined {
  const match = places.names?.match(name);
  if (!match) return undefined;
  if (!places.strangersToo) {
    if (isStrangersPage(indicator, name)) return undefined;
    if (match.relation === 'below' && isStrangersName(name, match.listed)) return undefined;
  }
  const { host, below, page } = places.decisions;
  const decision = decisionByReach(indicator, match.relation === 'below' ? below : host, page);
  return objection(places, decision, sentence(name, match, places.what));
}

/** A query alone may not count at the destination, and then all of the host is cut off: a person has to look at it. */
function decisionByReach(
  indicator: Indicator,
  host: ObjectionDecision | undefined,
  page: ObjectionDecision | undefined,
): ObjectionDecision | undefined {
  const reach = reachOf(indicator);
  if (reach === 'host') return host;
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
