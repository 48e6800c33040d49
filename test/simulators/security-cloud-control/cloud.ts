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
import { FailingItems } from './people/failing-items.ts';
import { Groups } from './people/groups.ts';
import { Roles } from './people/roles.ts';
import { Users } from './people/users.ts';
import { platformError } from './platform-error.ts';
import { RefreshTokens } from './refresh-tokens.ts';
import { routeTable } from './route-table.ts';
import { defaultSettings, type Settings } from './settings.ts';

/** Everything the simulated platform knows. */
export class Cloud extends SimulatedCloud<Settings, OwnEffect> {
  readonly keys = new ApiKeys();
  readonly refreshTokens = new RefreshTokens();
  readonly accessTokens = new AccessTokens();
  readonly users = new Users();
  readonly groups = new Groups();
  readonly roles = new Roles();
  readonly failingItems = new FailingItems();
  readonly routes = routeTable;

  constructor(clock: SimulatedClock) {
    super(clock, defaultSettings);
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
      case 'fail-items':
        this.failingItems.arm(effect, request);
    }
  }
}
