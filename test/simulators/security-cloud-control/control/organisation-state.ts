import type { Cloud } from '../cloud.ts';
import type { Organisation } from '../organisation.ts';
import { statusOf } from '../subscriptions/products.ts';
import type { Subscription } from '../subscriptions/subscriptions.ts';
import { type PeopleState, peopleState } from './people-state.ts';

export interface OrganisationsState {
  readonly organisations: readonly (Pick<Organisation, 'id' | 'name' | 'type' | 'regionCode'> & {
    readonly subscriptions: readonly (Pick<Subscription, 'name' | 'source'> & {
      readonly products: readonly {
        readonly name: string;
        readonly status: string;
        readonly region: string;
      }[];
    })[];
    readonly people: PeopleState;
  })[];
  /** How many claim codes are left to be redeemed; the codes are secrets. */
  readonly unusedClaimCodes: number;
}

/** Organisations and their subscriptions at a glance. */
export function organisationsState(cloud: Cloud): OrganisationsState {
  return {
    organisations: cloud.organisations.all().map(({ id, name, type, regionCode }) => ({
      id,
      name,
      type,
      regionCode,
      subscriptions: cloud.subscriptions.ofOrganisation(id).map((subscription) => ({
        name: subscription.name,
        source: subscription.source,
        products: subscription.products.map((product) => ({
          name: product.name,
          status: statusOf(product, cloud.clock.now(), cloud.settings),
          region: product.regionCode ?? 'none',
        })),
      })),
      people: peopleState(cloud.peopleOf(id)),
    })),
    unusedClaimCodes: cloud.claimCodes.all().filter(({ usedBy }) => usedBy === null).length,
  };
}
