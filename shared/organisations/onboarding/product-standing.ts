import type { WantedProduct } from '../organisation-request.ts';
import type { Product } from '../product.ts';

/** What is to be done about a product. */
export type ProductStanding =
  | { readonly kind: 'as-wanted' }
  | { readonly kind: 'activate' }
  | { readonly kind: 'deactivate' }
  /** It is being set up. */
  | { readonly kind: 'wait' }
  /** No call helps. */
  | { readonly kind: 'person'; readonly reason: string };

/**
 * Compares a product with what was asked for.
 * @param isAskedFor whether it was asked to be set up, so that one that is new will begin by itself
 */
export function productStanding(
  { name, state, region }: Product,
  wish: WantedProduct,
  isAskedFor: boolean,
): ProductStanding {
  if (wish.wanted === 'deactivated') return standingOfUnwanted(state);
  switch (state) {
    case 'activated':
      if (region === undefined || region === wish.region) return { kind: 'as-wanted' };
      return person(
        `${name} is in the region ${region}, and ${wish.region} was asked for. A product is not moved: deactivate it in the console first if it must be in ${wish.region}.`,
      );
    case 'in-progress':
      return { kind: 'wait' };
    case 'new':
      return { kind: isAskedFor ? 'wait' : 'activate' };
    case 'not-provisioned':
    case 'deactivated':
      return { kind: 'activate' };
    case 'action-required':
      return person(
        `${name} must be finished in the console (ACTION_REQUIRED): open the subscription there and follow its setup; no call can.`,
      );
    case 'error':
      return person(
        `The setup of ${name} has failed (ERROR): open the subscription in the console to see why, and try it again there or ask Cisco's support.`,
      );
    case 'hibernated':
      return person(`${name} is hibernated: wake it in the console; no call is documented to.`);
    case 'unknown':
      return person(`${name} is in a state that is not documented: look at the subscription in the console.`);
  }
}

function standingOfUnwanted(state: Product['state']): ProductStanding {
  switch (state) {
    case 'deactivated':
    case 'not-provisioned':
    case 'new':
      return { kind: 'as-wanted' };
    case 'in-progress':
      return { kind: 'wait' };
    default:
      return { kind: 'deactivate' };
  }
}

function person(reason: string): ProductStanding {
  return { kind: 'person', reason };
}
