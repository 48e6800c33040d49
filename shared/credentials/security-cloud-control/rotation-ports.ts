import type { OrganisationName } from '../../config/names.ts';
import type { EventPublisher } from '../../events/event-publisher.ts';
import type { Clock } from '../../time/clock.ts';
import type { Sleep } from '../../time/sleep.ts';
import type { SecretVersions } from '../secret-versions.ts';
import type { SccAccessToken } from './access-token.ts';
import type { SccApiKey } from './api-key.ts';
import type { SccPlatform } from './platform.ts';
import type { RefreshTokenRescue } from './refresh-token-rescue.ts';

/** One rotation at a time for an organisation, in the whole fleet. */
export interface RotationLock {
  tryAcquire(): Promise<
    { readonly kind: 'acquired'; release(): Promise<void> } | { readonly kind: 'held'; readonly until: Date }
  >;
}

/** Everything that a rotation of one organisation's tokens touches. */
export interface RotationPorts {
  readonly organisation: OrganisationName;
  /** The organisation's id as configured; that of the stored key must be the same. */
  readonly organizationId: string;
  readonly apiKey: SecretVersions<SccApiKey>;
  readonly accessToken: SecretVersions<SccAccessToken>;
  readonly platform: SccPlatform;
  readonly rescue: RefreshTokenRescue;
  readonly lock: RotationLock;
  readonly events: EventPublisher;
  readonly clock: Clock;
  readonly sleep: Sleep;
  /** A name for a new version of a secret that no other version has: 32 to 64 characters. */
  readonly newVersionId: () => string;
  /** When the function is ended. */
  readonly endsAt: Date;
}
