import type { ModuleAnswers } from '../../cisco/xdr/modules.ts';
import type { Observable } from '../../cisco/xdr/observable.ts';
import type { ResponseAction } from '../../cisco/xdr/respond/response-actions.ts';
import type { ResponseOrder } from './responder.ts';

/** Whether an action can be triggered just now. */
export type Offer =
  | { readonly kind: 'offered'; readonly action: ResponseAction }
  /** The module was heard, and does not list it. */
  | { readonly kind: 'not-offered'; readonly message: string }
  /** The module did not answer, or it is not sure whether it did: that it lists nothing says nothing. */
  | { readonly kind: 'unheard'; readonly message: string };

/** What a listing of the actions for one observable says about one of them; pure. */
export function offerOf(
  { moduleInstanceId, actionId }: Pick<ResponseOrder, 'moduleInstanceId' | 'actionId'>,
  observable: Observable,
  { answers, errors }: ModuleAnswers<ResponseAction>,
): Offer {
  const ofModule = answers.filter(
    (action) => action.module.instanceId === moduleInstanceId && isFor(observable, action),
  );
  const action = ofModule.find((each) => each.actionId === actionId);
  if (action) return { kind: 'offered', action };
  // An error that names nobody may be this module's.
  const error = errors.find(({ module }) => module === undefined || module.instanceId === moduleInstanceId);
  if (error) {
    const name = error.module?.name ?? 'A module that is not named';
    return { kind: 'unheard', message: `${name} did not list its actions: ${error.code}: ${error.message}.` };
  }
  const others = ofModule.map((each) => each.actionId).join(', ') || 'nothing';
  return {
    kind: 'not-offered',
    message: `The module ${moduleInstanceId} does not offer ${actionId} for it. It offers: ${others}.`,
  };
}

/** What an action would be done to is not always said; then it is what was asked about. */
function isFor(asked: Observable, { observable }: ResponseAction): boolean {
  return observable === undefined || (observable.type === asked.type && observable.value === asked.value);
}
