import { randomUUID } from 'node:crypto';

/** A command that takes its time. */
export interface Command {
  readonly type:
    | 'REFRESH_RA_VPN_SESSIONS'
    | 'TERMINATE_USER_RA_VPN_SESSIONS'
    | 'TERMINATE_DEVICE_RA_VPN_SESSIONS'
    | 'CALCULATE_FTD_PENDING_CHANGES'
    | 'DEPLOY_ASA_DEVICE_CHANGES'
    | 'DEPLOY_FTD_DEVICE_CHANGES';
  /** Lets it happen, at the end; a text is the reason why it did not. */
  carryOut(now: Date): string | undefined;
}

export interface Transaction {
  readonly uid: string;
  readonly command: Command;
  readonly submittedAt: Date;
  readonly endsAt: Date;
  readonly end: 'running' | { readonly at: Date; readonly error: string | undefined };
}

const keptMilliseconds = 2 * 3_600_000;

/** Commands under way and ended. */
export class Transactions {
  readonly #byUid = new Map<string, Transaction>();

  start(command: Command, seconds: number, now: Date): Transaction {
    const endsAt = new Date(now.getTime() + seconds * 1_000);
    const transaction = { uid: randomUUID(), command, submittedAt: now, endsAt, end: 'running' } as const;
    this.#byUid.set(transaction.uid, transaction);
    return transaction;
  }

  /** Carries out what is due by now, in the order in which it was started. */
  settle(now: Date): void {
    for (const transaction of this.#byUid.values()) {
      if (transaction.end !== 'running' || transaction.endsAt > now) continue;
      const error = transaction.command.carryOut(transaction.endsAt);
      this.#byUid.set(transaction.uid, { ...transaction, end: { at: transaction.endsAt, error } });
    }
  }

  /** A record is deleted two hours after its last change. */
  find(uid: string, now: Date): Transaction | undefined {
    const found = this.#byUid.get(uid);
    const isGone =
      found && found.end !== 'running' && now.getTime() - found.end.at.getTime() > keptMilliseconds;
    return isGone ? undefined : found;
  }

  clear(): void {
    this.#byUid.clear();
  }
}
