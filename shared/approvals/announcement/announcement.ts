import type { ApprovalRequested } from '../../events/approval-requested.ts';
import { defang, defangText } from '../../iocs/defang.ts';
import type { NonEmptyArray } from '../../non-empty.ts';
import { counted } from '../counted.ts';
import { plainLine } from '../plain-line.ts';

/** Enough to know what it is about; the page shows the rest. */
const mostValuesNamed = 10;
const longestValue = 120;

/** Longest thing that a sender told of itself: it chose these words. */
const longestFact = 120;
const longestExplanation = 220;

/** A reason, and how many of the indicators named in the event it holds. */
export interface AnnouncedReason {
  readonly reason: string;
  readonly explanation?: string;
  readonly count: number;
}

/**
 * What is told to people when indicators are held, before it takes the form of one channel.
 * Each text is one line without control characters and addresses. None is free of a channel's own markup.
 */
export interface Announcement {
  readonly title: string;
  /** Disarmed, so that no program makes links of them. */
  readonly values: readonly string[];
  /** How many more are held than named. */
  readonly notNamed: number;
  readonly reasons: readonly AnnouncedReason[];
  /** Who asked, the ticket, how many would be touched: label and text. */
  readonly facts: readonly { readonly label: string; readonly text: string }[];
  /** One, but for requests of more parts than a link is for. */
  readonly links: NonEmptyArray<URL>;
  readonly validUntil: Date;
}

/** Turns the event into what people are told; pure. */
export function announcementOf(
  event: ApprovalRequested,
  { links, validUntil }: Pick<Announcement, 'links' | 'validUntil'>,
): Announcement {
  const named = event.indicators.slice(0, mostValuesNamed);
  return {
    title: `${counted(event.heldCount, 'indicator waits', 'indicators wait')} for approval on ${event.destinationList}`,
    values: named.map((indicator) => plainLine(describeValue(indicator), longestValue)),
    notNamed: event.heldCount - named.length,
    reasons: reasonsOf(event),
    facts: [
      { label: 'Asked by', text: plainLine(defangText(askedBy(event)), longestFact) },
      ...(event.ticket === undefined
        ? []
        : [{ label: 'Ticket', text: plainLine(defangText(event.ticket), longestFact) }]),
      { label: 'Would touch', text: touched(event) },
      { label: 'Organisation', text: event.organisation },
      { label: 'Request', text: event.requestId },
    ],
    links,
    validUntil,
  };
}

function describeValue(indicator: ApprovalRequested['indicators'][number]): string {
  const { touchedIdentities } = indicator;
  const use =
    touchedIdentities === undefined
      ? ''
      : `, used by ${counted(touchedIdentities, 'identity', 'identities')}`;
  // The value gives way, not what is said about it.
  const value = plainLine(defang(indicator), longestValue - use.length - indicator.type.length - 3);
  return `${value} (${indicator.type}${use})`;
}

function askedBy({ source, connection }: ApprovalRequested): string {
  if (source !== undefined && connection !== undefined) return `${source}, through ${connection}`;
  return source ?? connection ?? 'a workload that did not name itself';
}

function touched({ indicators, heldCount }: ApprovalRequested): string {
  const counts = indicators.flatMap(({ touchedIdentities }) => touchedIdentities ?? []);
  if (counts.length === 0) return 'not known: the reports did not tell';
  const most = counted(Math.max(...counts), 'identity', 'identities');
  return heldCount === 1
    ? `${most}, by use in the last 7 days`
    : `up to ${most} for one of them, by use in the last 7 days`;
}

function reasonsOf({ indicators }: ApprovalRequested): AnnouncedReason[] {
  const groups = Map.groupBy(indicators, ({ reason }) => reason);
  return [...groups]
    .map(([reason, held]) => {
      const explanations = new Set(held.map(({ explanation }) => explanation));
      const [explanation] = explanations;
      return {
        reason: plainLine(reason, longestFact),
        count: held.length,
        // Explanations that differ name single indicators: the page shows each beside its own.
        ...(explanations.size === 1 && explanation !== undefined
          ? { explanation: plainLine(defangText(explanation), longestExplanation) }
          : {}),
      };
    })
    .toSorted((one, other) => other.count - one.count);
}
