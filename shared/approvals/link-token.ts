import { createHmac, timingSafeEqual } from 'node:crypto';
import { isNonEmpty, type NonEmptyArray } from '../non-empty.ts';
import { type RequestId, requestIdSchema } from '../requests/request-id.ts';
import { mostPartsDecidedTogether } from './decisions.ts';
import { formatPartRanges, parsePartRanges } from './part-ranges.ts';
import type { SigningKeys } from './signing-keys.ts';

/** What the holder of a link may decide about, and until when. */
export interface ApprovalLink {
  readonly requestId: RequestId;
  /** At most {@link mostPartsDecidedTogether}, so that one press decides about all or none. */
  readonly parts: NonEmptyArray<number>;
  /** To the second. */
  readonly expiresAt: Date;
}

/** What is to be thought of a token. Nothing of an expired or invalid one is told to who brings it. */
export type ReadToken =
  | { readonly kind: 'valid'; readonly link: ApprovalLink }
  | { readonly kind: 'expired' }
  | { readonly kind: 'invalid' };

const version = '1';

/** 100 parts that are no neighbours, of five digits each, and the rest. */
const longestToken = 800;

const tokenPattern = /^1\.([0-9a-f]{32})\.([0-9_-]{1,600})\.(\d{1,11})\.[A-Za-z0-9_-]{43}$/;

/** Keeps these signatures apart from any other use of the same key. */
const purpose = 'scc-automations approval link\n';

/**
 * The secret part of a link: `1.<request>.<parts>.<expiry>.<HMAC-SHA256 in base64url>`, all of it fit for a path.
 * It names what it is about in the open, and only who has the key can make one.
 */
export function signApprovalLink({ requestId, parts, expiresAt }: ApprovalLink, key: string): string {
  if (parts.length > mostPartsDecidedTogether) {
    throw new RangeError(`a link is for at most ${mostPartsDecidedTogether} parts, not ${parts.length}`);
  }
  const claims = [
    version,
    requestId.slice('req_'.length),
    formatPartRanges(parts),
    Math.floor(expiresAt.getTime() / 1000),
  ].join('.');
  return `${claims}.${signatureOf(claims, key)}`;
}

/** Checks the signature with each key first; what a token says counts only afterwards. */
export function readApprovalLink(token: string, keys: SigningKeys, now: Date): ReadToken {
  if (token.length > longestToken) return { kind: 'invalid' };
  const [, request, ranges, expiry] = tokenPattern.exec(token) ?? [];
  const signedLength = token.lastIndexOf('.');
  const claims = token.slice(0, signedLength);
  const signature = token.slice(signedLength + 1);
  const isOurs = [keys.current, keys.previous]
    .filter((key) => key !== undefined)
    .map((key) => isSame(signatureOf(claims, key), signature))
    .includes(true);
  if (!isOurs) return { kind: 'invalid' };

  const requestId = requestIdSchema.safeParse(`req_${request}`);
  const parts = parsePartRanges(ranges ?? '', mostPartsDecidedTogether);
  if (!requestId.success || !parts || !isNonEmpty(parts)) return { kind: 'invalid' };
  const expiresAt = new Date(Number(expiry) * 1000);
  if (!(now < expiresAt)) return { kind: 'expired' };
  return { kind: 'valid', link: { requestId: requestId.data, parts, expiresAt } };
}

function signatureOf(claims: string, key: string): string {
  return createHmac('sha256', key)
    .update(purpose + claims, 'utf8')
    .digest('base64url');
}

/** As text and not as decoded bytes: base64url has several spellings of the same bytes. */
function isSame(expected: string, presented: string): boolean {
  const [one, other] = [Buffer.from(expected), Buffer.from(presented)];
  return one.length === other.length && timingSafeEqual(one, other);
}
