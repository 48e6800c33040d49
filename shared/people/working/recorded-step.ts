import type { Clock } from '../../time/clock.ts';
import type { ChangeId } from '../changes/change-id.ts';
import type { StepJournal } from '../steps/step-journal.ts';
import type { StepRecord, TakenAway } from '../steps/step-record.ts';
import { mergeTakenAway } from './merge-taken-away.ts';
import type { PlannedStep, StepContext, StepResult } from './step.ts';

/** The record of one step while it is worked on: written before the step does anything, and after it. */
export class RecordedStep implements StepContext {
  #record: StepRecord;
  readonly #earlier: StepRecord | undefined;
  readonly #write: (record: StepRecord) => Promise<void>;
  readonly #clock: Clock;
  #tries = 0;

  private constructor(
    record: StepRecord,
    earlier: StepRecord | undefined,
    ports: { write: (record: StepRecord) => Promise<void>; clock: Clock },
  ) {
    this.#record = record;
    this.#earlier = earlier;
    this.#write = ports.write;
    this.#clock = ports.clock;
  }

  /** @param earlier what stands in the journal of this step already */
  static async begin(
    { step, organisation }: PlannedStep,
    earlier: StepRecord | undefined,
    { changeId, journal, clock }: { changeId: ChangeId; journal: StepJournal; clock: Clock },
  ): Promise<RecordedStep> {
    const record: StepRecord = {
      step,
      organisation,
      result: 'begun',
      attempts: (earlier?.attempts ?? 0) + 1,
      beganAt: clock.now(),
      summary: earlier?.summary ?? '',
      takenAway: earlier?.takenAway,
    };
    const write = (changed: StepRecord) => journal.record(changeId, changed);
    await write(record);
    return new RecordedStep(record, earlier, { write, clock });
  }

  get isResumed(): boolean {
    return this.#tries > 1 || this.#earlier?.result === 'begun';
  }

  get takenAway(): TakenAway {
    return this.#record.takenAway ?? {};
  }

  /** Tries the step once more, or for the first time. */
  try(step: PlannedStep): Promise<StepResult> {
    this.#tries += 1;
    return step.run(this);
  }

  async keep(taken: TakenAway): Promise<void> {
    const record = { ...this.#record, takenAway: mergeTakenAway(this.takenAway, taken) };
    await this.#write(record);
    this.#record = record;
  }

  /**
   * Writes down what the step came to. What an earlier attempt did stays told when this one found nothing left to do.
   */
  async end({ result, summary }: StepResult): Promise<StepRecord> {
    const wasDone = this.#earlier?.result === 'done' && (result === 'already' || result === 'not-needed');
    const record: StepRecord = {
      ...this.#record,
      ...(wasDone ? { result: 'done', summary: this.#record.summary } : { result, summary }),
      endedAt: this.#clock.now(),
    };
    await this.#write(record);
    this.#record = record;
    return record;
  }
}
