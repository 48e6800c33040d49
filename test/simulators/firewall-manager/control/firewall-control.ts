import { parseInput } from '../../control/parse-input.ts';
import type { Cloud } from '../cloud.ts';
import { type AccessRule, type AccessRuleInput, accessRuleSchema } from '../firewalls/access-rules.ts';
import { type AddedDevice, addedDeviceSchema } from '../firewalls/inventory.ts';
import {
  type NetworkObject,
  type NetworkObjectInput,
  networkObjectSchema,
} from '../firewalls/network-objects.ts';
import {
  type PendingChange,
  type PendingChangeInput,
  pendingChangeSchema,
} from '../firewalls/pending-changes.ts';
import { type FailingDeploymentInput, failingDeploymentSchema } from './inputs.ts';

/** Changes firewalls, their rules and what becomes of deployments, past the API. */
export class FirewallControl {
  readonly #cloud: Cloud;

  constructor(cloud: Cloud) {
    this.#cloud = cloud;
  }

  add(input: AddedDevice): AddedDevice {
    const device = parseInput(addedDeviceSchema, input);
    this.#cloud.inventory.add(device);
    return device;
  }

  addRule(input: AccessRuleInput): AccessRule {
    return this.#cloud.accessRules.add(parseInput(accessRuleSchema, input));
  }

  removeRule(uid: string): void {
    this.#cloud.accessRules.remove(uid);
  }

  putObject(input: NetworkObjectInput): NetworkObject {
    const object = parseInput(networkObjectSchema, input);
    this.#cloud.networkObjects.put(object);
    return object;
  }

  /** Somebody changes something for a firewall. */
  change(input: PendingChangeInput): PendingChange {
    return this.#cloud.pendingChanges.add(parseInput(pendingChangeSchema, input));
  }

  failNext(input: FailingDeploymentInput): void {
    const { deviceUid, times, reason } = parseInput(failingDeploymentSchema, input);
    this.#cloud.deploymentRuns.failNext(deviceUid, { times, reason });
  }

  reset(): void {
    const { inventory, accessRules, networkObjects, pendingChanges, deploymentRuns } = this.#cloud;
    for (const part of [inventory, accessRules, networkObjects, pendingChanges, deploymentRuns]) part.clear();
  }
}
