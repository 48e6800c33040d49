import ipaddr from 'ipaddr.js';
import { z } from 'zod';
import { type GrantedScope, grantedScopesSchema } from './scope.ts';

/** A key of the organisation, KeyAdmin or ordinary. */
export interface ApiKey {
  /** Stays the same when the pair is refreshed. */
  readonly id: string;
  readonly name: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scopes: readonly GrantedScope[];
  readonly description: string;
  /** Addresses and blocks that alone may use the key; all may if it is empty. */
  readonly allowedIPs: readonly string[];
  /** Null for a key that never expires. */
  readonly expireAt: Date | null;
  readonly createdAt: Date;
  readonly modifiedAt: Date;
  readonly lastUsedAt: Date | null;
  readonly lastRefreshedAt: Date | null;
  /** The KeyAdmin key that made it; empty if a person did. */
  readonly creatorKeyId: string;
  /** The person who made it; empty if a KeyAdmin key did. */
  readonly creatorEmail: string;
  readonly enabled: boolean;
  /** False when the person who made it was deactivated. */
  readonly creatorActive: boolean;
}

/** Up to ten addresses or blocks. */
export const allowedIPsSchema = z
  .array(z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()], { error: 'must be an address or a block' }))
  .max(10)
  .readonly();

/**
 * The documented pattern for names. Its `.-_` is a range from full stop to underscore,
 * so a hyphen is refused although the author may have meant to allow it.
 */
export const keyNameSchema = z
  .string()
  .max(256)
  .regex(/^[a-zA-Z0-9:.-_+=\s]+$/, 'a key name has letters, digits, white space and : . _ + = and no hyphen');

/** A key as a person makes it in the console. */
export const consoleKeySchema = z.strictObject({
  key: z
    .string()
    .min(1)
    .regex(/^[^:]+$/, 'HTTP Basic splits at the first colon, so a key has none')
    .describe('The client id.'),
  secret: z.string().min(1),
  scopes: grantedScopesSchema,
  id: z.uuid().optional().describe('Made up without it.'),
  name: keyNameSchema.optional().describe('Without it the client id, its hyphens as spaces.'),
  expireAt: z.iso.datetime().nullable().default(null),
  allowedIPs: allowedIPsSchema.default([]),
  creatorEmail: z.email().or(z.literal('')).default('').describe('The person who makes it.'),
});

/** What a person can change about a key in the console, or about the person who made it. */
export const keyChangesSchema = z.strictObject({
  enabled: z.boolean().optional(),
  creatorActive: z.boolean().optional(),
  expireAt: z.iso.datetime().nullable().optional(),
});

export type ConsoleKey = z.input<typeof consoleKeySchema>;
export type KeyChanges = z.infer<typeof keyChangesSchema>;

/** Whether console and expiry date let the key mint tokens. */
export function mayMint(apiKey: ApiKey, now: Date): boolean {
  return isInForce(apiKey) && (apiKey.expireAt === null || apiKey.expireAt > now);
}

/** Whether the tokens of the key are accepted; those issued before its expiry live on. */
export function isInForce({ enabled, creatorActive }: ApiKey): boolean {
  return enabled && creatorActive;
}

/** Whether the key may be used from an address. */
export function isAllowedFrom({ allowedIPs }: ApiKey, address: string): boolean {
  if (allowedIPs.length === 0) return true;
  const caller = ipaddr.process(address);
  return allowedIPs.some((allowed) => {
    const [network, bits] = ipaddr.isValidCIDR(allowed)
      ? ipaddr.parseCIDR(allowed)
      : ([ipaddr.process(allowed), undefined] as const);
    if (network.kind() !== caller.kind()) return false;
    return caller.match(network, bits ?? (caller.kind() === 'ipv4' ? 32 : 128));
  });
}
