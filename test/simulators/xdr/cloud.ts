import type { SimulatedClock } from '../cloud/simulated-clock.ts';
import { SimulatedCloud } from '../cloud/simulated-cloud.ts';
import type { Answer } from '../http/answer.ts';
import type { ApiRequest } from '../http/api-request.ts';
import { bearerToken } from '../http/bearer-token.ts';
import { findRoute } from '../http/route.ts';
import { AccessTokens } from './access-tokens.ts';
import { ApiClients } from './api-clients.ts';
import { refusalOf } from './authorise.ts';
import { irohError } from './error-envelopes.ts';
import type { OwnEffect } from './fault.ts';
import { OrganisationQuota } from './organisation-quota.ts';
import { PrivateIntelligence } from './private-intelligence.ts';
import { routeTable } from './route-table.ts';
import { defaultSettings, type Settings } from './settings.ts';
import { SimulatedModules } from './simulated-module.ts';
import { Triggers } from './triggers.ts';

/** Everything the simulated XDR knows: one organisation, its modules and its intelligence. */
export class Cloud extends SimulatedCloud<Settings, OwnEffect> {
  readonly clients = new ApiClients();
  readonly tokens = new AccessTokens();
  readonly quota = new OrganisationQuota();
  readonly modules = new SimulatedModules();
  readonly triggers = new Triggers();
  readonly intelligence = new PrivateIntelligence();
  readonly routes = routeTable;

  constructor(clock: SimulatedClock) {
    super(clock, defaultSettings);
  }

  /** Entities made up to this moment can be found. */
  indexedUntil(): Date {
    return new Date(this.clock.now().getTime() - this.settings.indexDelaySeconds * 1_000);
  }

  protected process(request: ApiRequest): Answer {
    const match = findRoute(this.routes, request);
    if (!match) return irohError(404, 'not_found', `There is nothing at ${request.path}`);
    const { route, parameters } = match;
    if (route.access === 'open') return route.handle(request, this, parameters);
    const answer = refusalOf(request, route, this) ?? route.handle(request, this, parameters);
    // Not on an answer to somebody unknown.
    return answer.status === 401 ? answer : this.withQuota(answer);
  }

  /** The answer with the header that names the organisation's limit; it never says what is left. */
  withQuota(answer: Answer): Answer {
    const limit = String(this.settings.requestsPerHour);
    return { ...answer, headers: { ...answer.headers, 'x-ratelimit-org-limit': limit } };
  }

  protected strike(_effect: OwnEffect, request: ApiRequest): void {
    this.tokens.expire(bearerToken(request.authorization) ?? '');
  }
}
