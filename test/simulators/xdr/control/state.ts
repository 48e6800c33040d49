import type { UniversalEffect } from '../../cloud/faults.ts';
import type { UniversalState } from '../../control/cloud-control.ts';
import type { ApiClient } from '../api-clients.ts';
import type { Cloud } from '../cloud.ts';
import type { OwnEffect } from '../fault.ts';
import type { Settings } from '../settings.ts';
import type { SimulatedModule } from '../simulated-module.ts';

/** The organisation at a glance. It shows no password and no token. */
export interface SimulatorState
  extends UniversalState<Settings, UniversalEffect | OwnEffect>,
    OrganisationState {}

export interface OrganisationState {
  readonly clients: readonly Omit<ApiClient, 'clientPassword'>[];
  readonly modules: readonly SimulatedModule[];
  /** How often each action was triggered for each observable. */
  readonly triggerCounts: Readonly<Record<string, number>>;
  /** Entities of private intelligence by type. */
  readonly entityCounts: Readonly<Record<string, number>>;
  readonly quota: { readonly usedInLastHour: number; readonly refusedUntil: Date | null };
}

/** What is this cloud's own in its state. */
export function stateOf(cloud: Cloud): OrganisationState {
  const entityCounts: Record<string, number> = {};
  for (const { type } of cloud.intelligence.all()) entityCounts[type] = (entityCounts[type] ?? 0) + 1;
  return {
    clients: cloud.clients.all().map(({ clientPassword: _secret, ...shown }) => shown),
    modules: cloud.modules.all(),
    triggerCounts: cloud.triggers.counts(),
    entityCounts,
    quota: {
      usedInLastHour: cloud.quota.usedInLastHour(cloud.clock.now()),
      refusedUntil: cloud.quota.refusedUntil ?? null,
    },
  };
}
