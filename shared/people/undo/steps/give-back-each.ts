import type { ChangeOutcome } from '../../change-outcome.ts';
import type { StepResult } from '../../working/step.ts';

/** Something that a person gets back, and how. */
export interface ToGiveBack {
  readonly name: string;
  /** Whether the person has it again, by somebody else's hand or by an earlier try. */
  readonly isThere: boolean;
  give(): Promise<ChangeOutcome>;
}

/** Gives one after the other back; what is refused keeps the person from nothing else. */
export async function giveBackEach(items: readonly ToGiveBack[]): Promise<StepResult> {
  const given: string[] = [];
  const there: string[] = [];
  const refused: string[] = [];
  for (const { name, isThere, give } of items) {
    const outcome: ChangeOutcome = isThere ? { result: 'already' } : await give();
    if (outcome.result === 'refused') refused.push(`${name} not given back: ${outcome.reason}`);
    else (outcome.result === 'changed' ? given : there).push(name);
  }
  const summary = [
    ...refused,
    ...(given.length > 0 ? [`given back: ${given.join(', ')}`] : []),
    ...(there.length > 0 ? [`there already: ${there.join(', ')}`] : []),
  ].join('; ');
  if (refused.length > 0) return { result: 'open', summary };
  return { result: given.length > 0 ? 'done' : 'already', summary };
}
