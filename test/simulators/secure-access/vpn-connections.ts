import { randomUUID } from 'node:crypto';
import { z } from 'zod';

/** A VPN connection as a test makes it, with what makes it hard to end. */
export const vpnConnectionSchema = z.strictObject({
  username: z.string().min(1).describe('Mostly an e-mail address.'),
  deviceName: z.string().min(1).default('laptop'),
  profileName: z.string().min(1).default('Employees'),
  region: z.string().min(1).default('West coast'),
  failingDisconnects: z.int().min(0).default(0).describe('Disconnects that fail before one succeeds.'),
  reconnects: z.int().min(0).default(0).describe('How often the user is back at once after a disconnect.'),
});

export type VpnConnectionInput = z.input<typeof vpnConnectionSchema>;

export interface VpnConnection extends z.infer<typeof vpnConnectionSchema> {
  readonly sessionId: string;
  readonly publicIp: string;
  readonly loginTime: Date;
}

/** Whom a disconnect is about. What is left out, or empty, narrows nothing: without any of it, it is everybody. */
export interface DisconnectTarget {
  readonly usernames: readonly string[];
  readonly sessions: readonly string[];
  readonly region: string | undefined;
  readonly profileName: string | undefined;
}

/** Who is connected now. */
export class VpnConnections {
  #connections: VpnConnection[] = [];

  connect(connection: z.infer<typeof vpnConnectionSchema>, now: Date): VpnConnection {
    const connected = {
      ...connection,
      sessionId: randomUUID().slice(0, 8),
      publicIp: `198.51.100.${(this.#connections.length % 254) + 1}`,
      loginTime: now,
    };
    this.#connections.push(connected);
    return connected;
  }

  all(): readonly VpnConnection[] {
    return this.#connections;
  }

  /** @returns the users of whom a connection is left because its disconnect fails */
  disconnect(target: DisconnectTarget, now: Date): readonly string[] {
    const failed = new Set<string>();
    const meant = this.#connections.filter((connection) => isMeant(connection, target));
    for (const connection of meant) {
      this.#connections = this.#connections.filter((other) => other !== connection);
      const { failingDisconnects, reconnects } = connection;
      if (failingDisconnects > 0) {
        failed.add(connection.username);
        this.#connections.push({ ...connection, failingDisconnects: failingDisconnects - 1 });
      } else if (reconnects > 0) {
        const { sessionId: _ended, publicIp: _left, loginTime: _past, ...again } = connection;
        this.connect({ ...again, reconnects: reconnects - 1 }, now);
      }
    }
    return [...failed];
  }

  clear(): void {
    this.#connections = [];
  }
}

function isMeant(
  { username, sessionId, region, profileName }: VpnConnection,
  target: DisconnectTarget,
): boolean {
  return (
    (target.usernames.length === 0 || target.usernames.includes(username)) &&
    (target.sessions.length === 0 || target.sessions.includes(sessionId)) &&
    (target.region === undefined || target.region === region) &&
    (target.profileName === undefined || target.profileName === profileName)
  );
}
