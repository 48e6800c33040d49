import type { UniversalEffect } from '../../cloud/faults.ts';
import type { UniversalState } from '../../control/cloud-control.ts';
import type { AccessRule } from '../access-rules.ts';
import type { Cloud } from '../cloud.ts';
import { organisationId } from '../destination-lists.ts';
import type { OwnEffect } from '../fault.ts';
import type { Posting } from '../posting-record.ts';
import type { GrantedScope } from '../scope.ts';
import type { Settings } from '../settings.ts';
import type { NetworkObjectsState } from './network-objects-control.ts';
import type { PeopleState } from './people-control.ts';

/** The cloud at a glance. It shows no secret, no token and, since lists may be long, no destination. */
export interface SimulatorState
  extends UniversalState<Settings, UniversalEffect | OwnEffect>,
    PeopleState,
    NetworkObjectsState {
  readonly organisationId: number;
  /** Destinations over all lists. */
  readonly destinationCount: number;
  readonly keys: readonly KeyState[];
  /** The newest key of the log bucket. */
  readonly logBucketKey: { readonly keyId: string; readonly createdAt: Date } | null;
  readonly lists: readonly ListState[];
  readonly rules: readonly AccessRule[];
  /** Requests of users and devices that the reports know. */
  readonly activityCount: number;
  /** Destinations that a POST named while an earlier POST's entry was still in the list. */
  readonly postedTwice: readonly Posting[];
}

export interface KeyState {
  readonly id: string;
  /** The client id. */
  readonly key: string;
  readonly name: string;
  readonly scopes: readonly GrantedScope[];
  readonly expireAt: Date | null;
  readonly enabled: boolean;
  readonly creatorActive: boolean;
}

export interface ListState {
  readonly id: number;
  readonly name: string;
  readonly access: string;
  readonly destinationCount: number;
}

/** What is this cloud's own in its state. */
export function stateOf(
  cloud: Cloud,
): Omit<
  SimulatorState,
  keyof PeopleState | keyof NetworkObjectsState | keyof UniversalState<Settings, UniversalEffect | OwnEffect>
> {
  const logBucketKey = cloud.logBucket.newest() ?? null;
  return {
    organisationId,
    destinationCount: cloud.lists.destinationCount,
    keys: cloud.keys.all().map(({ id, clientId, name, scopes, expireAt, enabled, creatorActive }) => ({
      id,
      key: clientId,
      name,
      scopes,
      expireAt,
      enabled,
      creatorActive,
    })),
    logBucketKey: logBucketKey && { keyId: logBucketKey.keyId, createdAt: logBucketKey.createdAt },
    lists: cloud.lists.all().map(({ properties: { id, name, access }, size }) => ({
      id,
      name,
      access,
      destinationCount: size,
    })),
    rules: cloud.rules.all(),
    activityCount: cloud.activity.size,
    postedTwice: cloud.postings.postedTwice(),
  };
}
