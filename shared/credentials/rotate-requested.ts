import type { z } from 'zod';
import type { OrganisationName } from '../config/names.ts';
import { AutomationError } from '../errors/automation-error.ts';
import { ConfigurationProblem } from '../errors/configuration-problem.ts';
import { RetryLater } from '../errors/retry-later.ts';
import {
  type CredentialKind,
  type CredentialRotated,
  credentialEventSource,
} from '../events/credential-events.ts';
import type { EventPublisher } from '../events/event-publisher.ts';
import type { Clock } from '../time/clock.ts';
import type { Rotation, RotationAnswer, RotationOutcome, rotationRequestSchema } from './rotation-request.ts';

/** Makes one rotation of a credential at a time the rule for an organisation, in the whole fleet. */
export type RotationLock = (
  organisation: OrganisationName,
) => Promise<{ kind: 'acquired'; release(): Promise<void> } | { kind: 'held'; until: Date }>;

export interface RotationPorts<Settings> {
  readonly credential: CredentialKind;
  /** The organisations whose credential is to be rotated, with what is configured for it. */
  readonly configured: ReadonlyMap<OrganisationName, Settings>;
  /** What to configure for an organisation that is not among them: `secureAccess.keyRotation`. */
  readonly setting: string;
  readonly tryLock: RotationLock;
  readonly rotate: (
    organisation: OrganisationName,
    settings: Settings,
    options: { readonly isForced: boolean },
  ) => Promise<Rotation>;
  readonly events: EventPublisher;
  readonly log: {
    info(message: string, details: object): void;
    error(message: string, details: object): void;
  };
  readonly clock: Clock;
  readonly newEventId: () => string;
}

/**
 * Looks after the credential of each organisation asked for, independently of the others, and tells the bus what was
 * replaced. The event comes after the replacement and may be missing when a run dies between them: what is true
 * stands in the secret and in the report of `check-credentials`.
 * @throws RetryLater for the schedule, when any organisation failed: nobody reads its answer, and failing is what
 *   brings the retries, the dead-letter queue and its alarm
 */
export async function rotateRequested<Settings>(
  request: z.output<typeof rotationRequestSchema>,
  ports: RotationPorts<Settings>,
): Promise<RotationAnswer> {
  const { credential, configured, clock, log } = ports;
  const isScheduled = 'organisations' in request;
  const wanted = isScheduled ? [...configured.keys()] : [request.organisation];
  const isForced = !isScheduled && request.force;
  const outcomes = await Promise.all(wanted.map(async (name) => [name, await outcomeFor(name)] as const));
  const failures = outcomes.flatMap(([name, outcome]) =>
    'message' in outcome ? `${name}: ${outcome.message}` : [],
  );
  if (isScheduled && failures.length > 0) throw new RetryLater(failures.join('\n'));
  return { organisations: Object.fromEntries(outcomes) };

  async function outcomeFor(organisation: OrganisationName): Promise<RotationOutcome> {
    try {
      const rotation = await rotateAlone(organisation);
      log.info('Credential looked after', { organisation, credential, ...rotation });
      if (rotation.kind === 'rotated') await publish(organisation, rotation.expiresAt);
      return rotation;
    } catch (error) {
      log.error('Credential not looked after', { organisation, credential, error });
      if (error instanceof ConfigurationProblem)
        return { kind: 'configuration-problem', message: error.message };
      return {
        kind: 'retry-later',
        message: error instanceof AutomationError ? error.message : 'The rotation failed; the log says why.',
        retryAfterSeconds: error instanceof RetryLater ? error.retryAfterSeconds : 0,
      };
    }
  }

  async function rotateAlone(organisation: OrganisationName): Promise<Rotation> {
    const settings = configured.get(organisation);
    if (settings === undefined) {
      throw new ConfigurationProblem(
        `Nothing is configured for rotating ${credential} of "${organisation}". Configure organisations.${organisation}.${ports.setting} and deploy; organisations that have it: ${[...configured.keys()].join(', ') || '(none)'}.`,
      );
    }
    const lock = await ports.tryLock(organisation);
    if (lock.kind === 'held') {
      const retryAfterSeconds = Math.max(1, Math.ceil((lock.until.getTime() - clock.now().getTime()) / 1000));
      throw new RetryLater(`Another rotation of ${credential} of "${organisation}" is under way.`, {
        retryAfterSeconds,
      });
    }
    try {
      return await ports.rotate(organisation, settings, { isForced });
    } finally {
      await lock.release();
    }
  }

  async function publish(organisation: OrganisationName, expiresAt: string | undefined): Promise<void> {
    const detail: CredentialRotated = {
      version: 1,
      eventId: ports.newEventId(),
      organisation,
      credential,
      ...(expiresAt === undefined ? {} : { expiresAt }),
      occurredAt: clock.now().toISOString(),
    };
    try {
      await ports.events.publish([
        { source: credentialEventSource, detailType: 'CredentialRotated', detail },
      ]);
    } catch (error) {
      // The credential is replaced all the same; failing now would have it looked after again, without an event.
      log.error('CredentialRotated could not be published', { organisation, credential, error });
    }
  }
}
