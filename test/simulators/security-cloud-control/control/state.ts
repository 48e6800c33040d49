import type { UniversalEffect } from '../../cloud/faults.ts';
import type { UniversalState } from '../../control/cloud-control.ts';
import { shortTokenId } from '../../http/bearer-token.ts';
import type { Role } from '../api-keys.ts';
import type { Cloud } from '../cloud.ts';
import type { OwnEffect } from '../fault.ts';
import type { Settings } from '../settings.ts';
import { type RefreshTokenState, refreshTokenState } from './examine-token.ts';
import { type ObjectsState, objectsState } from './objects-state.ts';
import { type OrganisationsState, organisationsState } from './organisation-state.ts';
import { type PeopleState, peopleState } from './people-state.ts';

/** The platform at a glance. It shows no token. */
export interface SimulatorState
  extends UniversalState<Settings, UniversalEffect | OwnEffect>,
    KeysState,
    PeopleState,
    OrganisationsState,
    ObjectsState {}

export interface KeysState {
  readonly keys: readonly {
    readonly apiKeyId: string;
    readonly organizationId: string;
    readonly role: Role;
    readonly enabled: boolean;
    readonly expiresAt: Date | null;
    /** In order of issuing; `tokenId` is the start of the token's SHA-256. */
    readonly issuedRefreshTokens: readonly ({ readonly tokenId: string } & RefreshTokenState)[];
  }[];
}

/** What is this cloud's own in its state. */
export function stateOf(cloud: Cloud): KeysState & PeopleState & OrganisationsState & ObjectsState {
  return {
    ...organisationsState(cloud),
    ...objectsState(cloud),
    ...peopleState(cloud),
    keys: cloud.keys.all().map(({ apiKeyId, organisation, role, enabled, expiresAt }) => ({
      apiKeyId,
      organizationId: organisation.id,
      role,
      enabled,
      expiresAt,
      issuedRefreshTokens: cloud.refreshTokens.ofKey(apiKeyId).map((issued) => ({
        tokenId: shortTokenId(issued.token),
        ...refreshTokenState(issued, cloud),
      })),
    })),
  };
}
