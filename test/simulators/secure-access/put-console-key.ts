import { randomUUID } from 'node:crypto';
import { parseInput } from '../control/parse-input.ts';
import { type ConsoleKey, consoleKeySchema } from './api-key.ts';
import type { Cloud } from './cloud.ts';

/**
 * Makes a key as a person would in the console, or makes the one with the same client id anew. Its tokens stay.
 *
 * @throws {RefusedInput} naming each wrong place.
 */
export function putConsoleKey(input: ConsoleKey, cloud: Cloud): void {
  const made = parseInput(consoleKeySchema, input);
  const { key, secret, scopes, id, name, expireAt, allowedIPs, creatorEmail } = made;
  const now = cloud.clock.now();
  const present = cloud.keys.findByClientId(key);
  cloud.keys.put({
    id: id ?? present?.id ?? randomUUID(),
    name: name ?? key.replaceAll('-', ' '),
    clientId: key,
    clientSecret: secret,
    scopes,
    description: '',
    allowedIPs,
    expireAt: expireAt === null ? null : new Date(expireAt),
    createdAt: present?.createdAt ?? now,
    modifiedAt: now,
    lastUsedAt: present?.lastUsedAt ?? null,
    lastRefreshedAt: present?.lastRefreshedAt ?? null,
    creatorKeyId: '',
    creatorEmail,
    enabled: true,
    creatorActive: true,
  });
}
