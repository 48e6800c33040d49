import type { LifecycleSource } from '../../config/lifecycle-source.ts';
import type { PeopleSettings } from '../../config/people.ts';

/** How people's changes are read, whatever their source is. */
export type ReadingSettings = Omit<
  PeopleSettings,
  'sources' | 'fuses' | 'protectedAccounts' | 'requestsPerLeaver'
>;

/** What the reading of a change is told beside the change. */
export interface ReadingContext<Source = SourceHabits> {
  readonly settings: ReadingSettings;
  readonly source: Source;
  readonly receivedAt: Date;
}

/** What a source leaves unsaid because it is always so there. */
export type SourceHabits = Pick<LifecycleSource, 'profile'> & {
  readonly action?: 'onboard' | 'offboard' | undefined;
  readonly dateOrder?: 'day-first' | 'month-first' | undefined;
  /** What somebody is who is active and has no last day. Left out: nothing is to be done. */
  readonly activeRows?: 'keep' | 'onboard' | undefined;
};
