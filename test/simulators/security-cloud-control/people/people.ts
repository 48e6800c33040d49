import type { SimulatedClock } from '../../cloud/simulated-clock.ts';
import type { Settings } from '../settings.ts';
import type { FailingItems } from './failing-items.ts';
import type { Groups } from './groups.ts';
import type { Roles } from './roles.ts';
import type { Users } from './users.ts';

/** Users, groups and roles of one organisation, with what decides how they are treated. */
export interface People {
  readonly users: Users;
  readonly groups: Groups;
  readonly roles: Roles;
  readonly settings: Settings;
  readonly clock: SimulatedClock;
  readonly failingItems: FailingItems;
}
