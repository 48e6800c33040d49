import type { ChangeId } from '../changes/change-id.ts';
import type { StepRecord } from './step-record.ts';

/** Where the steps of changes are recorded, one row for each step and organisation. */
export interface StepJournal {
  /** All that is recorded of a change, in no order; consistent. */
  read(change: ChangeId): Promise<readonly StepRecord[]>;
  /** Records a step, in place of what was recorded of it before. Resolves when it is durable. */
  record(change: ChangeId, step: StepRecord): Promise<void>;
}
