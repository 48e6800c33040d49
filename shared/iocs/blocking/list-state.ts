import { z } from 'zod';

/** What is known of a destination list between two posts. */
export const listStateSchema = z.object({
  /** Entries on the list after our last look or post, where the vendor says so. */
  entryCount: z.int().nonnegative().optional(),
  /** Entries on all lists of the organisation, where it is known. */
  organisationEntryCount: z.int().nonnegative().optional(),
  enforcement: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('enforced') }),
    z.object({ kind: z.literal('not-enforced'), reason: z.string() }),
    z.object({ kind: z.literal('unsafe'), reason: z.string() }),
  ]),
  /** When list and rules were last looked at. */
  inspectedAt: z.iso.datetime(),
});

export type ListState = z.infer<typeof listStateSchema>;

/** How long an inspection is believed, in seconds: rules are looked at again at most this often. */
export const inspectionLifetimeSeconds = 300;

/** Whether an inspection is recent enough to write by. One from the future, by a clock that differs, is not. */
export function isInspectionFresh(state: ListState, now: Date): boolean {
  const ageSeconds = (now.getTime() - Date.parse(state.inspectedAt)) / 1000;
  return ageSeconds >= -5 && ageSeconds < inspectionLifetimeSeconds;
}

/** The state after the list was counted again; without a number it is not known any more. */
export function counted(state: ListState, entryCount: number | undefined): ListState {
  const { entryCount: before, organisationEntryCount: ofAll, ...rest } = state;
  if (entryCount === undefined) return rest;
  if (before === undefined || ofAll === undefined) return { ...rest, entryCount };
  return { ...rest, entryCount, organisationEntryCount: Math.max(0, ofAll + entryCount - before) };
}
