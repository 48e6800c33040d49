import type { SimulatedClock } from '../cloud/simulated-clock.ts';
import { SimulatedCloud } from '../cloud/simulated-cloud.ts';
import type { Answer } from '../http/answer.ts';
import type { ApiRequest } from '../http/api-request.ts';
import { bearerToken } from '../http/bearer-token.ts';
import { findRoute } from '../http/route.ts';
import { AccessRules } from './access-rules.ts';
import { AccessTokens } from './access-tokens.ts';
import { ActivityLog } from './activity.ts';
import { addByHand } from './add-by-hand.ts';
import { ApiKeys } from './api-keys.ts';
import { authorise } from './authorise.ts';
import { DestinationLists } from './destination-lists.ts';
import { gatewayError } from './error-envelopes.ts';
import type { OwnEffect } from './fault.ts';
import { LogBucket } from './log-bucket-key.ts';
import { NetworkObjects } from './network-objects/network-objects.ts';
import { PostingRecord } from './posting-record.ts';
import { RateLimits } from './rate-limits.ts';
import { RoamingComputers } from './roaming-computers.ts';
import { routeTable } from './route-table.ts';
import { defaultSettings, type Settings } from './settings.ts';
import { VpnConnections } from './vpn-connections.ts';
import { ZeroTrustUsers } from './zero-trust-users.ts';

/** Everything the simulated Secure Access knows: one organisation. */
export class Cloud extends SimulatedCloud<Settings, OwnEffect> {
  readonly keys = new ApiKeys();
  readonly tokens = new AccessTokens();
  readonly rateLimits = new RateLimits();
  readonly lists = new DestinationLists();
  readonly postings = new PostingRecord();
  readonly rules = new AccessRules();
  readonly networkObjects = new NetworkObjects();
  readonly logBucket = new LogBucket();
  readonly activity = new ActivityLog();
  readonly vpn = new VpnConnections();
  readonly zeroTrustUsers = new ZeroTrustUsers();
  readonly roamingComputers = new RoamingComputers();
  readonly routes = routeTable;

  constructor(clock: SimulatedClock) {
    super(clock, defaultSettings);
  }

  protected process(request: ApiRequest): Answer {
    const match = findRoute(this.routes, request);
    if (!match) return gatewayError(404, 'Not Found');
    const { route, parameters } = match;
    if (route.access === 'open') return route.handle(request, this, parameters);
    const authorisation = authorise(request, route, this);
    if (!authorisation.granted) return authorisation.refusal;
    return route.handle(request, this, parameters, authorisation.caller);
  }

  protected strike(effect: OwnEffect, request: ApiRequest): void {
    switch (effect.kind) {
      case 'expire-token':
        this.tokens.expire(bearerToken(request.authorization) ?? '', this.clock.now());
        break;
      case 'add-by-hand':
        addByHand(effect.listId, effect.destinations, this);
        break;
    }
  }
}
