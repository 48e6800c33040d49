import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { controlCloud } from './cloud-control.ts';
import type { DeployedSystem } from './deployed-system.ts';

const sccUserSchema = z.object({
  email: z.string(),
  status: z.string(),
  invitationsSent: z.int(),
  groups: z.array(z.string()),
  roles: z.array(z.string()),
});
export type SccUser = z.infer<typeof sccUserSchema>;

const sccStateSchema = z.object({ users: z.array(sccUserSchema) });
const firewallStateSchema = z.object({
  users: z.array(z.object({ name: z.string() })),
  vpnSessions: z.array(z.object({ username: z.string() })),
});

const personSchema = z.object({
  change: z.object({
    changeId: z.string(),
    kind: z.string(),
    dueAt: z.string(),
    ticket: z.string().optional(),
    standing: z.looseObject({ state: z.string() }),
  }),
  steps: z.unknown(),
});

const batchPageSchema = z.object({
  people: z.array(z.object({ email: z.string(), standing: z.looseObject({ state: z.string() }) })),
});

/** People in the simulated clouds, and as the deployed stack knows them. */
export class PeopleRemote {
  readonly #system: DeployedSystem;

  constructor(system: DeployedSystem) {
    this.#system = system;
  }

  /** Somebody nobody else knows. */
  newPerson(): string {
    return `p-${randomUUID().slice(0, 8)}@acme.example`;
  }

  control(cloud: keyof DeployedSystem['stack']['simulators'], path: string, body?: object) {
    return controlCloud(this.#system, cloud, path, body && { body });
  }

  async inDirectory(email: string): Promise<SccUser | undefined> {
    const { users } = sccStateSchema.parse(await this.control('securityCloudControl', '/state'));
    return users.find((user) => user.email === email);
  }

  async atFirewallManager(email: string): Promise<{ hasAccount: boolean; sessions: number }> {
    const { users, vpnSessions } = firewallStateSchema.parse(await this.control('firewallManager', '/state'));
    return {
      hasAccount: users.some(({ name }) => name === email),
      sessions: vpnSessions.filter(({ username }) => username === email).length,
    };
  }

  /** What the stack says of a person; nothing for one of whom it has not heard. */
  async person(email: string) {
    const answer = await this.#system.operatorGet(`/people/${encodeURIComponent(email)}`);
    return answer.status === 404 ? undefined : personSchema.parse(await answer.json());
  }

  async stateOf(email: string): Promise<string | undefined> {
    return (await this.person(email))?.change.standing.state;
  }

  async held(): Promise<readonly { email: string; batchId: string }[]> {
    const answer = await this.#system.operatorGet('/people?state=held&limit=500');
    return batchPageSchema
      .parse(await answer.json())
      .people.map(({ email, standing }) => ({ email, batchId: z.string().parse(standing.batchId) }));
  }
}
