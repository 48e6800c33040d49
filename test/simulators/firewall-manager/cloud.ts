import type { SimulatedClock } from '../cloud/simulated-clock.ts';
import { SimulatedCloud } from '../cloud/simulated-cloud.ts';
import type { Answer } from '../http/answer.ts';
import type { ApiRequest } from '../http/api-request.ts';
import { bearerToken, sha256Of } from '../http/bearer-token.ts';
import { findRoute } from '../http/route.ts';
import { ApiTokens } from './api-tokens.ts';
import { serviceError, unauthorised } from './errors.ts';
import type { OwnEffect } from './fault.ts';
import { AccessRules } from './firewalls/access-rules.ts';
import { DeploymentRuns } from './firewalls/deployment-runs.ts';
import { Inventory } from './firewalls/inventory.ts';
import { NetworkObjects } from './firewalls/network-objects.ts';
import { PendingChanges } from './firewalls/pending-changes.ts';
import type { Caller } from './route.ts';
import { routeTable } from './route-table.ts';
import { defaultSettings, type Settings } from './settings.ts';
import { Transactions } from './transactions.ts';
import { Users } from './users.ts';
import { VpnSessions } from './vpn-sessions.ts';

/** Everything the simulated Firewall Manager knows: one tenant. */
export class Cloud extends SimulatedCloud<Settings, OwnEffect> {
  readonly users = new Users();
  readonly tokens = new ApiTokens();
  readonly transactions = new Transactions();
  readonly vpn = new VpnSessions();
  readonly inventory = new Inventory();
  readonly accessRules = new AccessRules();
  readonly networkObjects = new NetworkObjects();
  readonly pendingChanges = new PendingChanges();
  readonly deploymentRuns = new DeploymentRuns();
  readonly routes = routeTable;

  constructor(clock: SimulatedClock) {
    super(clock, defaultSettings);
  }

  protected process(request: ApiRequest): Answer {
    this.transactions.settle(this.clock.now());
    const caller = this.#callerOf(request);
    if (!caller) return unauthorised(request, this);
    const match = findRoute(this.routes, request);
    if (!match) return serviceError(404, 'Not found');
    const { route, parameters } = match;
    if (route.callers === 'super-admins' && caller.user.role !== 'ROLE_SUPER_ADMIN') {
      return serviceError(403, 'Only a super-admin can do this');
    }
    return route.handle(request, this, parameters, caller);
  }

  protected strike(_effect: OwnEffect, request: ApiRequest): void {
    this.tokens.revoke(bearerToken(request.authorization) ?? '', this.clock.now());
  }

  #callerOf(request: ApiRequest): Caller | undefined {
    const token = bearerToken(request.authorization);
    const issued = token === undefined ? undefined : this.tokens.findBySha256(sha256Of(token));
    const user = issued?.revokedAt === null ? this.users.find(issued.userUid) : undefined;
    return user && token !== undefined ? { user, token } : undefined;
  }
}
