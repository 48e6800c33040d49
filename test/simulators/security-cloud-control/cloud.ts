import type { SimulatedClock } from '../cloud/simulated-clock.ts';
import { SimulatedCloud } from '../cloud/simulated-cloud.ts';
import type { Answer } from '../http/answer.ts';
import type { ApiRequest } from '../http/api-request.ts';
import { bearerToken } from '../http/bearer-token.ts';
import { findRoute } from '../http/route.ts';
import { AccessTokens } from './access-tokens.ts';
import { ApiKeys } from './api-keys.ts';
import { authorise } from './authorise.ts';
import type { OwnEffect } from './fault.ts';
import { editByHand } from './objects/edit-by-hand.ts';
import { NetworkObjects } from './objects/network-objects.ts';
import { Organisations } from './organisations.ts';
import { FailingItems } from './people/failing-items.ts';
import { Groups } from './people/groups.ts';
import type { People } from './people/people.ts';
import { Roles } from './people/roles.ts';
import { seedManagedPeople } from './people/seed-people.ts';
import { Users } from './people/users.ts';
import { platformError } from './platform-error.ts';
import { RefreshTokens } from './refresh-tokens.ts';
import { routeTable } from './route-table.ts';
import { seededOrganisation } from './seed.ts';
import { defaultSettings, type Settings } from './settings.ts';
import { ClaimCodes } from './subscriptions/claim-codes.ts';
import { bringRoles } from './subscriptions/product-roles.ts';
import { Subscriptions } from './subscriptions/subscriptions.ts';

/** Everything the simulated platform knows. */
export class Cloud extends SimulatedCloud<Settings, OwnEffect> {
  readonly keys = new ApiKeys();
  readonly refreshTokens = new RefreshTokens();
  readonly accessTokens = new AccessTokens();
  readonly organisations = new Organisations();
  readonly subscriptions = new Subscriptions();
  readonly claimCodes = new ClaimCodes();
  /** Those of the seeded organisation; {@link peopleOf} finds those of others. */
  readonly users = new Users();
  readonly groups = new Groups();
  readonly roles = new Roles();
  readonly failingItems = new FailingItems();
  readonly networkObjects = new NetworkObjects();
  readonly routes = routeTable;
  readonly #peopleOfOthers = new Map<string, Pick<People, 'users' | 'groups' | 'roles'>>();

  constructor(clock: SimulatedClock) {
    super(clock, defaultSettings);
  }

  /** The people of an organisation. One that was made here begins with the platform's roles and nobody. */
  peopleOf(organisationId: string): People {
    const { settings, clock, failingItems } = this;
    if (organisationId === seededOrganisation.id) return this;
    const others = this.#peopleOfOthers;
    const kept = others.get(organisationId) ?? seedManagedPeople();
    others.set(organisationId, kept);
    const products = this.subscriptions.ofOrganisation(organisationId).flatMap((one) => one.products);
    bringRoles(products, kept.roles, { now: clock.now(), settings });
    return { ...kept, settings, clock, failingItems };
  }

  forgetManagedPeople(): void {
    this.#peopleOfOthers.clear();
  }

  protected process(request: ApiRequest): Answer {
    if (this.settings.region === 'wrong') return platformError(421, { request, cloud: this });
    const match = findRoute(this.routes, request);
    if (!match) return platformError(404, { request, cloud: this });
    const { route, parameters } = match;
    if (route.access === 'open') return route.handle(request, this, parameters);
    const authorisation = authorise(request, route, this);
    if (!authorisation.granted) return authorisation.refusal;
    return route.handle(request, this, parameters, authorisation.apiKey);
  }

  protected strike(effect: OwnEffect, request: ApiRequest): void {
    switch (effect.kind) {
      case 'expire-token':
        this.accessTokens.expire(bearerToken(request.authorization) ?? '', this.clock.now());
        break;
      case 'edit-by-hand':
        editByHand(this, effect);
        break;
      case 'fail-items':
        this.failingItems.arm(effect, request);
    }
  }
}
