import type { PeopleSettings } from '../../config/people.ts';
import type { PersonChange } from '../changes/person-change.ts';
import { planUndo } from '../undo/plan-undo.ts';
import { undoLeaver } from '../undo/undo-leaver.ts';
import { carryOut } from '../working/carry-out.ts';
import type { TaskHandlers } from '../working/work-task.ts';
import type { Leaver } from './leaver.ts';
import { type PlacesByOrganisation, planOffboarding, planRemoval } from './plan-offboarding.ts';
import { removeLeaver } from './remove-leaver.ts';
import { vpnUserNamesOf } from './vpn-user-names.ts';

const millisecondsPerDay = 86_400_000;

/** Does the tasks about people who leave: cuts them off, undoes that, and removes them when it can no longer be undone. */
export function offboardingHandlers(
  places: PlacesByOrganisation,
  { undoDays, vpnUserNames }: Pick<PeopleSettings, 'undoDays' | 'vpnUserNames'>,
): TaskHandlers {
  const leaverOf = ({ request: { email } }: PersonChange): Leaver => ({
    email,
    vpnUserNames: vpnUserNamesOf(email, vpnUserNames),
  });
  return {
    carryOut: (change, ports) =>
      carryOut(
        change,
        {
          steps: planOffboarding(leaverOf(change), places, ports.sleep),
          undoUntil: (doneAt) =>
            undoDays > 0 ? new Date(doneAt.getTime() + undoDays * millisecondsPerDay) : undefined,
          afterwards: 'remove',
        },
        ports,
      ),
    remove: (change, ports) =>
      removeLeaver(change, planRemoval(leaverOf(change), places, ports.sleep), ports),
    undo: async (change, ports) => {
      const recorded = await ports.journal.read(change.changeId);
      return undoLeaver(change, { steps: planUndo(change.request, places, recorded), recorded }, ports);
    },
  };
}
