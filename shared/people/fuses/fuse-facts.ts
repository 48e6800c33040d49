import type { EmailAddress } from '../email-address.ts';
import type { LifecycleRequest } from '../lifecycle/lifecycle-request.ts';

/** What a file says by its size and its end, beside its rows. */
export interface FileFacts {
  readonly content: 'roster' | 'changes';
  readonly rowCount: number;
  readonly refusedRowCount: number;
  /** The export broke off inside its last row. */
  readonly endsInsideRow: boolean;
  /** Rows of the roster before, if there was one. */
  readonly previousRowCount?: number | undefined;
}

/** What came at once from one source. A ticket is a batch of one. */
export interface LifecycleBatch {
  readonly requests: readonly LifecycleRequest[];
  readonly file?: FileFacts | undefined;
}

/** What is known about the company beside the batch; what could not be found out is `undefined`. */
export interface KnownPeople {
  /** People who are there. */
  readonly peopleCount: number | undefined;
  /** Administrators of Security Cloud Control who can sign in. */
  readonly administrators: readonly EmailAddress[] | undefined;
  /** Who else leaves: accepted from the same source in the 24 hours before, not withdrawn, and approved by nobody. */
  readonly recentLeavers: readonly EmailAddress[];
  /** Who is about to leave and may still be there, whoever said so and whenever. */
  readonly pendingLeavers: readonly EmailAddress[];
}
