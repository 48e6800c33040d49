import { z } from 'zod';

const percent = z.number().min(0).max(100);

/** What looks more like a broken export, or an attack, than like people who join and leave: it waits for a person. */
export const lifecycleFusesSchema = z
  .strictObject({
    mostLeavers: z
      .int()
      .min(0)
      .max(100_000)
      .default(20)
      .describe('Most leavers of a source in 24 hours; a file or ticket that brings more is held whole.'),
    mostLeaversPercent: percent
      .default(5)
      .describe('Most leavers of a source in 24 hours, in percent of the people who are there.'),
    percentCountsFrom: z
      .int()
      .min(1)
      .max(1_000)
      .default(5)
      .describe('Fewer leavers than this are never too many percent: in a small team one is a lot.'),
    leastRosterPercent: percent
      .default(90)
      .describe('A roster with fewer rows than this, in percent of the one before, is held as truncated.'),
    mostRefusedPercent: percent
      .default(10)
      .describe('A file of which more rows than this, in percent, cannot be read is held whole.'),
    leastAdministrators: z
      .int()
      .min(1)
      .max(100)
      .default(1)
      .describe('Administrators of Security Cloud Control who must remain.'),
    mostDaysPast: z
      .int()
      .min(0)
      .max(3_650)
      .default(30)
      .describe('Dates that lie further back are held: an old file, or a wrong year.'),
    mostDaysAhead: z.int().min(1).max(3_650).default(400).describe('Dates that lie further ahead are held.'),
  })
  .prefault({});

export type LifecycleFuses = z.infer<typeof lifecycleFusesSchema>;
