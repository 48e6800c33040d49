import { z } from 'zod';
import { indicatorTypes } from '../iocs/indicator.ts';
import { destinationListNameSchema } from './names.ts';

/** Which of a connection's destinations take which type of indicator, where that differs from what they can take. */
export const routesSchema = z.partialRecord(
  z.enum(indicatorTypes),
  z
    .array(destinationListNameSchema)
    .min(1, 'name at least one destination')
    .max(10, 'at most 10 destinations'),
);

export type Routes = z.infer<typeof routesSchema>;
