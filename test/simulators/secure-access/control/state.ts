import type { AccessRule } from '../access-rules.ts';
import type { Cloud } from '../cloud.ts';
import { organisationId } from '../destination-lists.ts';
import type { Fault } from '../faults.ts';
import type { Posting } from '../posting-record.ts';
import type { GrantedScope } from '../scope.ts';
import type { Settings } from '../settings.ts';

/** The cloud at a glance. It shows no secret, no token and, since lists may be long, no destination. */
export interface SimulatorState {
  /** Simulated time, ISO 8601. */
  readonly now: string;
  readonly organisationId: number;
  /** Destinations over all lists. */
  readonly destinationCount: number;
  readonly keys: readonly { readonly key: string; readonly scopes: readonly GrantedScope[] }[];
  readonly lists: readonly ListState[];
  readonly rules: readonly AccessRule[];
  readonly settings: Settings;
  /** Faults that still wait for a request. */
  readonly faults: readonly Fault[];
  readonly requestCounts: Readonly<Record<string, number>>;
  /** Destinations that a POST named while an earlier POST's entry was still in the list. */
  readonly postedTwice: readonly Posting[];
}

export interface ListState {
  readonly id: number;
  readonly name: string;
  readonly access: string;
  readonly destinationCount: number;
}

export function stateOf(cloud: Cloud): SimulatorState {
  return {
    now: cloud.clock.now().toISOString(),
    organisationId,
    destinationCount: cloud.lists.destinationCount,
    keys: cloud.keys.all().map(({ key, scopes }) => ({ key, scopes })),
    lists: cloud.lists.all().map(({ properties: { id, name, access }, size }) => ({
      id,
      name,
      access,
      destinationCount: size,
    })),
    rules: cloud.rules.all(),
    settings: cloud.settings,
    faults: cloud.faults.waiting(),
    requestCounts: cloud.log.counts(),
    postedTwice: cloud.postings.postedTwice(),
  };
}
