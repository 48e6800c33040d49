/** When a sender says to have signed. */
export interface SigningTime {
  /** Where it was read, for the refusal: `webhook-timestamp`. */
  readonly header: string;
  /** As it was sent and signed. */
  readonly text: string;
  /** What it counts since 1970. */
  readonly unit: 'seconds' | 'milliseconds';
  /** How far it may be from our clock, in either direction. */
  readonly toleranceSeconds: number;
}

/** What every scheme with a time stamp recommends. */
export const usualToleranceSeconds = 300;

const millisecondsPer = { seconds: 1_000, milliseconds: 1 } as const;

/** What is wrong with the time of a signature, in words for its sender; nothing when it is near enough. */
export function signingTimeProblem(
  { header, text, unit, toleranceSeconds }: SigningTime,
  receivedAt: Date,
): string | undefined {
  if (!/^\d{1,14}$/.test(text)) return `${header} must be whole ${unit} since 1970`;
  const ageSeconds = Math.floor((receivedAt.getTime() - Number(text) * millisecondsPer[unit]) / 1000);
  if (Math.abs(ageSeconds) <= toleranceSeconds) return undefined;
  const where = ageSeconds > 0 ? 'behind' : 'ahead of';
  return `${header} is ${Math.abs(ageSeconds)} s ${where} our clock and may be ${toleranceSeconds} s off: check the sender's clock, and sign again when sending again`;
}
