import { randomUUID } from 'node:crypto';
import { organisationNameSchema } from '#shared/config/names.ts';
import type { SccAccessToken } from '#shared/credentials/security-cloud-control/access-token.ts';
import type { SccApiKey } from '#shared/credentials/security-cloud-control/api-key.ts';
import type { RefreshTokenRescue } from '#shared/credentials/security-cloud-control/refresh-token-rescue.ts';
import type {
  RotationLock,
  RotationPorts,
} from '#shared/credentials/security-cloud-control/rotation-ports.ts';
import { rotationSteps, runRotationStep } from '#shared/credentials/security-cloud-control/rotation-steps.ts';
import type { OutgoingEvent } from '#shared/events/event-publisher.ts';
import { AdvancingTime } from '../../cisco/advancing-time.ts';
import { InMemorySecretVersions } from './in-memory-secret-versions.ts';
import { type PlatformBehaviour, PlatformDouble } from './platform-double.ts';

export const organizationId = '6d1f2a54-1f0b-4e67-9a3e-5b8c7d90a101';

export const firstApiKey: SccApiKey = {
  refreshToken: 'refresh-0',
  organizationId,
  apiKeyId: 'b0a7c2de-3c44-4f0e-8c1d-2f9e6a7b8c01',
  apiBaseUrl: 'https://api.security.cisco.com',
};

/** How long the function may run. */
const timeLimitMilliseconds = 120_000;

class InMemoryRescue implements RefreshTokenRescue {
  held: SccApiKey | undefined;

  async read() {
    return this.held;
  }

  async keep(apiKey: SccApiKey) {
    this.held = apiKey;
  }

  async discard() {
    this.held = undefined;
  }
}

/** One organisation's secrets, platform and everything around them, in memory; time passes only in waits. */
export class RotationBench {
  readonly time = new AdvancingTime();
  readonly apiKey = new InMemorySecretVersions<SccApiKey>();
  readonly accessToken = new InMemorySecretVersions<SccAccessToken>();
  readonly rescue = new InMemoryRescue();
  readonly published: OutgoingEvent[] = [];
  readonly platform: PlatformDouble;
  #lockedUntil = 0;

  constructor(behaviour: PlatformBehaviour = { another: 'every-refresh', replaced: 'dies' }) {
    this.platform = new PlatformDouble(behaviour, this.time, firstApiKey.refreshToken);
    this.storeByHand(firstApiKey);
  }

  /** A person stores a key. */
  storeByHand(apiKey: SccApiKey): void {
    const versionId = randomUUID();
    void this.apiKey.put(apiKey, 'AWSCURRENT', versionId);
  }

  ports(): RotationPorts {
    return {
      organisation: organisationNameSchema.parse('main'),
      organizationId,
      apiKey: this.apiKey,
      accessToken: this.accessToken,
      platform: this.platform,
      rescue: this.rescue,
      lock: this.#lock(),
      events: {
        publish: async (events) => {
          this.published.push(...events);
        },
      },
      clock: this.time,
      sleep: this.time.sleep,
      newVersionId: randomUUID,
      endsAt: new Date(this.time.now().getTime() + timeLimitMilliseconds),
    };
  }

  /** A whole rotation, as Secrets Manager runs it. */
  async rotate(clientRequestToken: string = randomUUID(), ports = this.ports()): Promise<void> {
    for (const step of rotationSteps) await runRotationStep(step, clientRequestToken, ports);
  }

  /** Whether the refresh token that was issued last is kept somewhere. */
  isNewestKept(): boolean {
    const kept = [...this.apiKey.labelled(), ...(this.rescue.held ? [this.rescue.held] : [])];
    return kept.some(({ refreshToken }) => refreshToken === this.platform.newest);
  }

  /** Whether a worker that reads the secret now has a token that works. */
  isWorkerServed(): boolean {
    const token = this.accessToken.look('AWSCURRENT')?.value.accessToken;
    return token !== undefined && this.platform.isAccessTokenAlive(token);
  }

  /** Whether what is current is the newest refresh token, and works. */
  isKeyInOrder(): boolean {
    const current = this.apiKey.look('AWSCURRENT')?.value.refreshToken;
    return current === this.platform.newest && this.platform.isRefreshTokenAlive(current);
  }

  #lock(): RotationLock {
    return {
      tryAcquire: async () => {
        const now = this.time.now().getTime();
        if (this.#lockedUntil > now) return { kind: 'held', until: new Date(this.#lockedUntil) };
        this.#lockedUntil = now + timeLimitMilliseconds;
        return {
          kind: 'acquired',
          release: async () => {
            this.#lockedUntil = 0;
          },
        };
      },
    };
  }
}
