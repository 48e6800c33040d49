import { isNonEmpty, type NonEmptyArray } from '../non-empty.ts';
import type { RequestReader } from '../requests/request-reader.ts';
import type { Clock } from '../time/clock.ts';
import { type HeldPart, heldParts, isStillWorkedOn } from './held-parts.ts';
import { type ApprovalLink, type ReadToken, readApprovalLink } from './link-token.ts';
import { doubtedKeyAgeSeconds, type ReadSigningKeys, usualKeyAgeSeconds } from './signing-keys.ts';

/** What the holder of a link gets to see. */
export type LinkReview =
  /** Not signed here, or about a request that is no longer kept. */
  | { readonly kind: 'invalid' }
  | { readonly kind: 'expired' }
  /** The worker has not finished what the link is about: look again in a few seconds. */
  | { readonly kind: 'still-worked-on' }
  | { readonly kind: 'held'; readonly link: ApprovalLink; readonly parts: NonEmptyArray<HeldPart> };

export interface ReviewPorts {
  readonly readKeys: ReadSigningKeys;
  readonly requests: RequestReader;
  readonly clock: Clock;
}

/** Looks at what a link is about. Changes nothing, and reads nothing of the request unless the link is valid. */
export async function reviewLink(token: string, ports: ReviewPorts): Promise<LinkReview> {
  const read = await readToken(token, ports);
  if (read.kind !== 'valid') return read;
  const { link } = read;
  const request = await ports.requests.read(link.requestId);
  if (!request) return { kind: 'invalid' };
  if (isStillWorkedOn(request, link.parts)) return { kind: 'still-worked-on' };
  const parts = heldParts(request, link.parts);
  return isNonEmpty(parts) ? { kind: 'held', link, parts } : { kind: 'invalid' };
}

/** A key stored a moment ago works at once, and nobody can make us read more often by sending rubbish. */
async function readToken(token: string, { readKeys, clock }: ReviewPorts): Promise<ReadToken> {
  const read = readApprovalLink(token, await readKeys(usualKeyAgeSeconds), clock.now());
  if (read.kind !== 'invalid') return read;
  return readApprovalLink(token, await readKeys(doubtedKeyAgeSeconds), clock.now());
}
