import { detectDestinationType, hostOfUrl, type NewDestination } from './destination.ts';
import type { Settings } from './settings.ts';

/** An entry of an add request. */
export interface RequestedDestination {
  readonly destination: string;
  readonly comment?: string | undefined;
}

/** Why an add is answered with an error, and what the HTTP line says about it. */
export interface AddRefusal {
  readonly httpStatus: 200 | 400;
  readonly message: string;
}

export interface AddDecision {
  readonly store: readonly NewDestination[];
  /** Entries that the list already held, or that came before in the same request. */
  readonly alreadyPresent: readonly string[];
  /** Undefined when the answer is a success. With `mixedBatch: partial` entries are stored all the same. */
  readonly refusal: AddRefusal | undefined;
}

/** What the decision depends on beside the request. */
export interface AddSituation {
  readonly isPresent: (destination: string) => boolean;
  readonly freeCapacity: number;
  readonly settings: Settings;
}

/** Why one entry was refused. */
interface EntryRefusal {
  readonly reason: string;
  readonly httpStatus: 200 | 400;
}

type Verdict =
  | { readonly kind: 'storable'; readonly entry: NewDestination }
  | { readonly kind: 'silently-dropped' }
  | { readonly kind: 'refused'; readonly refusal: EntryRefusal };

/** Decides which entries of an add are stored and what is answered. */
export function decideAdd(
  requested: readonly RequestedDestination[],
  { isPresent, freeCapacity, settings }: AddSituation,
): AddDecision {
  const storable = new Map<string, NewDestination>();
  const alreadyPresent: string[] = [];
  const refusals = new Map<string, EntryRefusal>();

  for (const entry of requested) {
    const { destination } = entry;
    if (isPresent(destination) || storable.has(destination)) {
      alreadyPresent.push(destination);
      const refusal = duplicateRefusal(settings);
      if (refusal) refusals.set(destination, refusal);
      continue;
    }
    const verdict = judge(entry, settings);
    if (verdict.kind === 'storable') storable.set(destination, verdict.entry);
    if (verdict.kind === 'refused') refusals.set(destination, verdict.refusal);
  }

  if (storable.size > freeCapacity) {
    const message = `the organisation holds at most ${settings.destinationsPerOrganisation} destinations`;
    return { store: [], alreadyPresent, refusal: { httpStatus: 400, message } };
  }
  const storesDespiteRefusals = settings.mixedBatch === 'partial';
  return {
    store: refusals.size === 0 || storesDespiteRefusals ? [...storable.values()] : [],
    alreadyPresent,
    refusal: refusals.size === 0 ? undefined : wholeRefusal(refusals),
  };
}

function judge({ destination, comment = '' }: RequestedDestination, settings: Settings): Verdict {
  if (isSilentlyDropped(destination, settings)) return { kind: 'silently-dropped' };
  const type = detectDestinationType(destination);
  if (type === undefined) return refused('is no domain, URL or IP address', 400);
  if (type === 'url' && isOnHighVolumeDomain(destination, settings.highVolumeDomains)) {
    return refused('is on a high-volume domain, add the domain instead', 200);
  }
  return { kind: 'storable', entry: { destination, type, comment } };
}

function refused(reason: string, httpStatus: 200 | 400): Verdict {
  return { kind: 'refused', refusal: { reason, httpStatus } };
}

function duplicateRefusal({ duplicates }: Settings): EntryRefusal | undefined {
  if (duplicates === 'skip') return undefined;
  return { reason: 'is already in the list', httpStatus: duplicates === 'refuse' ? 400 : 200 };
}

function wholeRefusal(refusals: ReadonlyMap<string, EntryRefusal>): AddRefusal {
  const reasons = [...refusals].map(([destination, { reason }]) => [destination, reason]);
  const isBadRequest = refusals.values().some(({ httpStatus }) => httpStatus === 400);
  return {
    httpStatus: isBadRequest ? 400 : 200,
    // A public client was seen to cut a JSON object of reasons out of the message's text.
    message: `Validation error: ${JSON.stringify(Object.fromEntries(reasons))}`,
  };
}

function isSilentlyDropped(destination: string, settings: Settings): boolean {
  if (settings.silentlyDroppedValues.includes(destination)) return true;
  const pattern = settings.silentlyDroppedPattern;
  return pattern !== null && new RegExp(pattern).test(destination);
}

function isOnHighVolumeDomain(url: string, highVolumeDomains: readonly string[]): boolean {
  const host = hostOfUrl(url);
  return highVolumeDomains.some((domain) => host === domain || host?.endsWith(`.${domain}`));
}
