import { onTestFinished } from 'vitest';
import { httpClient } from '#shared/cisco/http/http-client.ts';
import {
  type AuthorisedPlatformClient,
  authorisedPlatformClient,
} from '#shared/cisco/security-cloud-control/authorised-client.ts';
import { platformGroups } from '#shared/cisco/security-cloud-control/groups/platform-groups.ts';
import { platformClient } from '#shared/cisco/security-cloud-control/platform-client.ts';
import { platformHttpOptions } from '#shared/cisco/security-cloud-control/platform-pace.ts';
import { platformRoles } from '#shared/cisco/security-cloud-control/roles/platform-roles.ts';
import { platformDirectory } from '#shared/cisco/security-cloud-control/users/platform-directory.ts';
import type { AccessToken, TokenSource } from '#shared/credentials/access-token.ts';
import type { Directory, Person, PresentPerson } from '#shared/people/directory.ts';
import { emailAddressSchema } from '#shared/people/email-address.ts';
import type { Groups } from '#shared/people/groups.ts';
import type { Roles } from '#shared/people/roles.ts';
import { seededApiKey, seededOrganisation } from '../../../simulators/security-cloud-control/seed.ts';
import {
  type SecurityCloudControlSimulator,
  startSecurityCloudControlSimulator,
} from '../../../simulators/security-cloud-control/start.ts';
import { AdvancingTime } from '../advancing-time.ts';

/** Refreshes at the platform for every token, as the rotation does. */
class RefreshingTokenSource implements TokenSource {
  /** Tokens that were reported as refused. */
  readonly replaced: string[] = [];
  #token: Promise<AccessToken> | undefined;
  readonly #refresh: () => Promise<string>;

  constructor(refresh: () => Promise<string>) {
    this.#refresh = refresh;
  }

  current(): Promise<AccessToken> {
    this.#token ??= this.#next();
    return this.#token;
  }

  replace(failed: AccessToken): Promise<AccessToken> {
    this.replaced.push(failed.versionId);
    this.#token = this.#next();
    return this.#token;
  }

  async #next(): Promise<AccessToken> {
    const accessToken = await this.#refresh();
    const versionId = `version-${this.replaced.length + 1}`;
    return { accessToken, expiresAt: new Date('2026-01-02T02:00:00Z'), versionId };
  }
}

/** A simulated platform with what calls it. Its time passes only in waits. */
export interface SimulatedPlatform {
  readonly control: SecurityCloudControlSimulator['control'];
  readonly url: string;
  readonly time: AdvancingTime;
  readonly tokens: RefreshingTokenSource;
  /** What the client's calls are made with. */
  readonly access: Parameters<typeof authorisedPlatformClient>[0];
  readonly client: AuthorisedPlatformClient;
  readonly directory: Directory;
  readonly groups: Groups;
  readonly roles: Roles;
  /** Somebody as the directory knows them. */
  find(email: string): Promise<Person>;
  /** Somebody whom the directory lists. */
  listed(email: string): Promise<PresentPerson>;
  /** Requests since the last call of this, those for tokens left out, as `PATCH /users`. */
  calls(): string[];
}

/** Starts one until the test ends. */
export async function startSimulatedPlatform(): Promise<SimulatedPlatform> {
  const time = new AdvancingTime();
  const simulator = await startSecurityCloudControlSimulator({ clock: time, sleep: time.sleep });
  onTestFinished(() => simulator.close());
  const http = httpClient({ clock: time, sleep: time.sleep, random: () => 0 }, platformHttpOptions);
  const credentials = platformClient({ http, clock: time, organisation: 'main', baseUrl: simulator.url });
  let refreshToken: string = seededApiKey.refreshToken;
  const tokens = new RefreshingTokenSource(async () => {
    const refreshed = await credentials.refreshAccessToken({
      ...seededApiKey,
      refreshToken,
      apiBaseUrl: simulator.url,
    });
    if (refreshed.kind !== 'refreshed' || !refreshed.accessToken) throw new Error('the seeded key works');
    refreshToken = refreshed.refreshToken ?? refreshToken;
    return refreshed.accessToken.value;
  });
  const access = {
    http,
    tokens,
    baseUrl: simulator.url,
    organizationId: seededOrganisation.id,
    organisation: 'main',
  };
  const client = authorisedPlatformClient(access);
  const directory = platformDirectory(client);
  const find = (email: string) => directory.find(emailAddressSchema.parse(email));
  let seen = 0;
  return {
    control: simulator.control,
    url: simulator.url,
    time,
    tokens,
    access,
    client,
    directory,
    groups: platformGroups(client),
    roles: platformRoles(client),
    find,
    async listed(email) {
      const person = await find(email);
      if (person.state === 'absent') throw new Error(`${email} is listed`);
      return person;
    },
    calls() {
      const all = simulator.control.requests().filter(({ template }) => !template.endsWith('/token'));
      const fresh = all.slice(seen);
      seen = all.length;
      return fresh.map(({ method, path }) => `${method} ${path.replace(/^\/v1\/organizations\/[^/]+/, '')}`);
    },
  };
}
