import type { BusEvent } from '../../events/bus-event.ts';
import type { PersonTask } from '../changes/person-task.ts';
import type { DroppedFile } from './dropped-file.ts';

/** What the planner is told: by the bus, by the bucket, or by a schedule. */
export type PlannerCommand =
  | { readonly kind: 'file-dropped'; readonly file: DroppedFile; readonly heardAt: Date }
  /** To let somebody in, to cut them off, or to change what is planned; not read yet. */
  | { readonly kind: 'command'; readonly event: BusEvent; readonly heardAt: Date }
  | { readonly kind: 'announcement-due'; readonly task: PersonTask }
  /** To look for people whose task was lost. */
  | { readonly kind: 'sweep-due' };
