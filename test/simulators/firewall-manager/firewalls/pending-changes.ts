import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { seededDevices } from '../devices.ts';

/** A change that somebody made for a firewall, and that is not on it yet. */
export const pendingChangeSchema = z.strictObject({
  deviceUid: z.uuid().default(seededDevices.firstHeadend.uid),
  name: z.string().min(1).describe('Of what was changed.'),
  entityUid: z.uuid().optional(),
  entityType: z.string().min(1).default('NetworkGroup'),
  by: z.string().min(1).default('ada@acme.example').describe('The administrator who made it.'),
  isListed: z
    .boolean()
    .default(true)
    .describe('A firewall that was never deployed to has pending changes that no list shows.'),
});

export type PendingChangeInput = z.input<typeof pendingChangeSchema>;

export interface PendingChange extends z.infer<typeof pendingChangeSchema> {
  readonly uid: string;
}

/** What is pending on the firewalls, and what of it the cloud has worked out. */
export class PendingChanges {
  #pending: readonly PendingChange[] = [];
  readonly #workedOut = new Map<string, readonly PendingChange[]>();

  add(change: z.infer<typeof pendingChangeSchema>): PendingChange {
    const added = { ...change, uid: randomUUID() };
    this.#pending = [...this.#pending, added];
    return added;
  }

  all(): readonly PendingChange[] {
    return this.#pending;
  }

  on(deviceUid: string): readonly PendingChange[] {
    return this.#pending.filter((change) => change.deviceUid === deviceUid);
  }

  /** What the list shows: how it was when it was last worked out. */
  workedOutOn(deviceUid: string): readonly PendingChange[] {
    return this.#workedOut.get(deviceUid) ?? [];
  }

  workOut(deviceUid: string): void {
    this.#workedOut.set(
      deviceUid,
      this.on(deviceUid).filter(({ isListed }) => isListed),
    );
  }

  /** These are on the firewall now. */
  deployed(changes: readonly PendingChange[]): void {
    this.#pending = this.#pending.filter((change) => !changes.includes(change));
  }

  clear(): void {
    this.#pending = [];
    this.#workedOut.clear();
  }
}
