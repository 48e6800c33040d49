import type { LifecycleSourceOf } from '../../config/lifecycle-source.ts';
import type { LifecycleSourceName } from '../../config/names.ts';
import { RetryLater } from '../../errors/retry-later.ts';
import type { EventPublisher } from '../../events/event-publisher.ts';
import { deriveRequestId } from '../../requests/request-id.ts';
import { requestedEvent } from '../intake/lifecycle-events.ts';
import type { LifecycleRequest } from '../lifecycle/lifecycle-request.ts';
import type { ReadingContext } from '../lifecycle/reading-context.ts';
import type { ProvisionedUser, ProvisionedUsers } from './provisioned-user.ts';
import type { ToldUser } from './told-user.ts';

/** The identity provider that asks, and how its bodies are read. */
export interface Provider extends ReadingContext<LifecycleSourceOf<'scim'>> {
  readonly name: LifecycleSourceName;
}

export interface ProvisionPorts {
  readonly users: ProvisionedUsers;
  readonly publisher: EventPublisher;
}

/**
 * Asks the planner if it is news whether somebody is active, since a provider repeats itself in every cycle; and keeps
 * what was told.
 * @throws RetryLater when it could not be made durable; the same may be sent again
 */
export async function passOn(
  user: ProvisionedUser,
  request: LifecycleRequest,
  told: ToldUser,
  provider: Provider,
  ports: ProvisionPorts,
): Promise<ProvisionedUser> {
  const active = request.kind === 'onboard';
  if (user.active !== active) await askPlanner(user, request, provider, ports);
  const next = { ...user, ...told, active, changedAt: provider.receivedAt, revision: user.revision + 1 };
  if ((await ports.users.keep(provider.name, next, user)) === 'contested') throw contested();
  return next;
}

/** Off, on and off again are three requests, and the repeat of one of them is none. */
export async function askPlanner(
  { id, createdAt, revision }: ProvisionedUser,
  request: LifecycleRequest,
  { name }: Provider,
  { publisher }: ProvisionPorts,
): Promise<void> {
  const requestId = deriveRequestId(name, id, createdAt.toISOString(), String(revision), request.kind);
  await publisher.publish([requestedEvent(request, { requestId, source: name })]);
}

/** Two changed a user at once, and the other one was faster. */
export function contested(): RetryLater {
  return new RetryLater('Somebody else changes the same user at this moment.', { retryAfterSeconds: 1 });
}
