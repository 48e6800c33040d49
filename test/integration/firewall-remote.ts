import { z } from 'zod';
import { controlCloud } from './cloud-control.ts';
import type { DeployedSystem } from './deployed-system.ts';

const groupsSchema = z.object({
  networkGroups: z.array(
    z.object({ name: z.string(), entries: z.array(z.string()), members: z.array(z.string()) }),
  ),
});
const tenantSchema = z.object({
  pendingChanges: z.array(z.object({ name: z.string() })),
  deployments: z.array(z.object({ status: z.string() })),
});
const ruleSchema = z.object({ uid: z.string() });

/** The group of the local configuration at the simulated clouds, and the simulated firewalls that use it. */
export class FirewallRemote {
  readonly #system: DeployedSystem;
  readonly #group: string;

  constructor(system: DeployedSystem, group: string) {
    this.#system = system;
    this.#group = group;
  }

  /** What stands in the group and in those that are its members. */
  async entries(): Promise<string[]> {
    const groups = await this.#groups();
    const named = groups.find(({ name }) => name === this.#group);
    const members = groups.filter(({ name }) => named?.members.includes(name));
    return [named, ...members].flatMap((group) => group?.entries ?? []);
  }

  /** The first of its groups that is full of entries of ours. */
  async memberGroup(): Promise<string | undefined> {
    return (await this.#groups()).find(({ name }) => name === this.#group)?.members[0];
  }

  /** A person adds an address. */
  async addByHand(group: string, address: string): Promise<void> {
    await controlCloud(this.#system, 'securityCloudControl', '/network-groups/entries', {
      body: { name: group, add: [{ subtype: 'host', value: address }] },
    });
  }

  /** Firewall Manager notices that the firewall lacks the group as it is written. */
  async noticeChange(): Promise<void> {
    await this.#firewallManager('/pending-changes', { body: { name: this.#group } });
  }

  async pending(): Promise<number> {
    return (await this.#tenant()).pendingChanges.filter(({ name }) => name === this.#group).length;
  }

  async deployments(): Promise<string[]> {
    return (await this.#tenant()).deployments.map(({ status }) => status);
  }

  async deployIn(seconds: number): Promise<void> {
    await this.#firewallManager('/settings', { method: 'PUT', body: { deploymentSeconds: seconds } });
  }

  /** Somebody writes a rule that lets through what is in the group, while `during` runs. */
  async whilePermitted(during: () => Promise<void>): Promise<void> {
    const body = { action: 'PERMIT', network: { name: this.#group } };
    const { uid } = ruleSchema.parse(await this.#firewallManager('/access-rules', { body }));
    try {
      await during();
    } finally {
      await this.#firewallManager(`/access-rules/${uid}`, { method: 'DELETE' });
    }
  }

  async #groups() {
    const state = await controlCloud(this.#system, 'securityCloudControl', '/state');
    return groupsSchema.parse(state).networkGroups;
  }

  async #tenant() {
    return tenantSchema.parse(await this.#firewallManager('/state'));
  }

  #firewallManager(path: string, call?: Parameters<typeof controlCloud>[3]): Promise<unknown> {
    return controlCloud(this.#system, 'firewallManager', path, call);
  }
}
