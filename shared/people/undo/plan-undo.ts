import type { LifecycleRequest } from '../lifecycle/lifecycle-request.ts';
import type { PlacesByOrganisation } from '../offboarding/plan-offboarding.ts';
import { type StepRecord, undoSteps } from '../steps/step-record.ts';
import type { PlannedStep } from '../working/step.ts';
import type { UndoStep } from './former-leaver.ts';
import { enableSignIn } from './steps/enable-sign-in.ts';
import { giveBackGroups } from './steps/give-back-groups.ts';
import { giveBackRoles } from './steps/give-back-roles.ts';
import { recreateFirewallAccount } from './steps/recreate-firewall-account.ts';
import { takenFrom } from './taken-from.ts';

const doers: Readonly<Record<(typeof undoSteps)[number], UndoStep>> = {
  'enable-sign-in': enableSignIn,
  'give-back-groups': giveBackGroups,
  'give-back-roles': giveBackRoles,
  'recreate-firewall-account': recreateFirewallAccount,
};

/** The steps that give back what was taken away, as it was put down: nothing that a person never had. */
export function planUndo(
  request: LifecycleRequest,
  placesOf: PlacesByOrganisation,
  recorded: readonly StepRecord[],
): PlannedStep[] {
  return undoSteps.flatMap((step) =>
    Array.from(placesOf, ([organisation, places]) => ({
      step,
      organisation,
      run: () => doers[step]({ request, places, taken: takenFrom(organisation, recorded) }),
    })),
  );
}
