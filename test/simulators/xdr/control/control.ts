import type { z } from 'zod';
import { RefusedInput } from '#shared/errors/refused-input.ts';
import { CloudControl, type ResetPart } from '../../control/cloud-control.ts';
import { parseInput } from '../../control/parse-input.ts';
import { apiClientSchema } from '../api-clients.ts';
import type { Cloud } from '../cloud.ts';
import { type FaultInput, faultSchema, type OwnEffect } from '../fault.ts';
import type { StoredEntity } from '../private-intelligence.ts';
import { seedClients, seedModules } from '../seed.ts';
import { type Settings, settingsSchema } from '../settings.ts';
import { type ModuleInput, moduleSchema } from '../simulated-module.ts';
import type { Trigger } from '../triggers.ts';
import { type QuotaInput, quotaSchema } from './inputs.ts';
import { type OrganisationState, type SimulatorState, stateOf } from './state.ts';

type Part = 'clients' | 'modules' | 'triggers' | 'intelligence' | 'quota';

/** Looks into the simulated XDR and changes it, past its API. */
export class SimulatorControl extends CloudControl<Settings, OwnEffect, FaultInput, Part> {
  readonly #cloud: Cloud;

  constructor(cloud: Cloud) {
    super(cloud, { settings: settingsSchema, fault: faultSchema });
    this.#cloud = cloud;
  }

  state(): SimulatorState {
    return { ...this.universalState(), ...stateOf(this.#cloud) };
  }

  /** Adds a client, or replaces the one with the same id. */
  putClient(input: z.input<typeof apiClientSchema>): void {
    this.#cloud.clients.put(parseInput(apiClientSchema, input));
  }

  /** Adds a module, or replaces the one with the same instance id. */
  putModule(input: ModuleInput): void {
    this.#cloud.modules.put(parseInput(moduleSchema, input));
  }

  deleteModule(instanceId: string): void {
    if (this.#cloud.modules.delete(instanceId)) return;
    const known = this.#cloud.modules.all().map((module) => module.instanceId);
    throw new RefusedInput(`no module has the instance id ${instanceId}; there are ${known.join(', ')}`);
  }

  /** Uses up a part of the organisation's hour, or ends it for a while. */
  changeQuota(input: QuotaInput): OrganisationState['quota'] {
    const { usedByOthers, refuseForSeconds } = parseInput(quotaSchema, input);
    const { quota, settings, clock } = this.#cloud;
    const now = clock.now();
    quota.useByOthers(usedByOthers, settings.requestsPerHour, now);
    if (refuseForSeconds !== undefined) {
      quota.refuseUntil(new Date(now.getTime() + refuseForSeconds * 1_000));
    }
    return stateOf(this.#cloud).quota;
  }

  /** Everything that was triggered, in order. */
  triggers(): readonly Trigger[] {
    return this.#cloud.triggers.all();
  }

  /** Everything in private intelligence, in order of writing. */
  entities(): readonly StoredEntity[] {
    return this.#cloud.intelligence.all();
  }

  /** `clients` means clients and their tokens. */
  protected get ownParts(): readonly ResetPart<Part>[] {
    const cloud = this.#cloud;
    return [
      {
        part: 'clients',
        reset: () => {
          cloud.clients.clear();
          cloud.tokens.clear();
          seedClients(cloud);
        },
      },
      {
        part: 'modules',
        reset: () => {
          cloud.modules.clear();
          seedModules(cloud);
        },
      },
      { part: 'triggers', reset: () => cloud.triggers.clear() },
      { part: 'intelligence', reset: () => cloud.intelligence.clear() },
      { part: 'quota', reset: () => cloud.quota.clear() },
    ];
  }
}
