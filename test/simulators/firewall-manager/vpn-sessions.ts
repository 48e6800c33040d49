import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { seededDevices } from './devices.ts';

/** A VPN session as a test makes it, with what makes it hard to end. */
export const vpnSessionSchema = z.strictObject({
  username: z.string().min(1),
  deviceUid: z.uuid().default(seededDevices.firstHeadend.uid),
  failingTerminations: z.int().min(0).default(0).describe('Commands that end in ERROR before one succeeds.'),
  reconnects: z.int().min(0).default(0).describe('How often the user is back at once.'),
});

export type VpnSessionInput = z.input<typeof vpnSessionSchema>;

export interface VpnSession extends z.infer<typeof vpnSessionSchema> {
  readonly uid: string;
  readonly loginTime: Date;
}

/** Who is connected to the firewalls, and what the cloud has heard of it. */
export class VpnSessions {
  #live: VpnSession[] = [];
  #listed: VpnSession[] = [];

  connect(session: z.infer<typeof vpnSessionSchema>, now: Date): VpnSession {
    const connected = { ...session, uid: randomUUID(), loginTime: now };
    this.#live.push(connected);
    return connected;
  }

  live(): readonly VpnSession[] {
    return this.#live;
  }

  /** What the list shows: how it was at the last refresh. */
  listed(): readonly VpnSession[] {
    return this.#listed;
  }

  refresh(deviceUids: readonly string[]): void {
    const isAsked = ({ deviceUid }: VpnSession) => deviceUids.includes(deviceUid);
    this.#listed = [...this.#listed.filter((session) => !isAsked(session)), ...this.#live.filter(isAsked)];
  }

  /**
   * Ends the sessions of one user, or of everybody.
   *
   * @returns why it failed, if it did
   */
  terminate(deviceUid: string, username: string | undefined, now: Date): string | undefined {
    const meant = this.#live.filter(
      (session) =>
        session.deviceUid === deviceUid && (username === undefined || session.username === username),
    );
    if (meant.some(({ failingTerminations }) => failingTerminations > 0)) {
      this.#live = this.#live.map((session) =>
        meant.includes(session)
          ? { ...session, failingTerminations: Math.max(0, session.failingTerminations - 1) }
          : session,
      );
      return 'The device did not answer in time';
    }
    this.#live = this.#live.filter((session) => !meant.includes(session));
    for (const { uid: _ended, loginTime: _past, reconnects, ...again } of meant) {
      if (reconnects > 0) this.connect({ ...again, reconnects: reconnects - 1 }, now);
    }
    return undefined;
  }

  clear(): void {
    this.#live = [];
    this.#listed = [];
  }
}
