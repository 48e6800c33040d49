import type { ChangeOutcome } from '../../change-outcome.ts';

/** Something that is to be taken away, and how. */
export interface ToTake {
  readonly name: string;
  take(): Promise<ChangeOutcome>;
}

export interface NotTaken {
  readonly name: string;
  readonly reason: string;
}

/** Takes one after the other away; what is refused keeps nothing else from going. */
export async function takeEach(items: readonly ToTake[]): Promise<NotTaken[]> {
  const notTaken: NotTaken[] = [];
  for (const { name, take } of items) {
    const outcome = await take();
    if (outcome.result === 'refused') notTaken.push({ name, reason: outcome.reason });
  }
  return notTaken;
}
