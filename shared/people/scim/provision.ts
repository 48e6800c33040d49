import type { LifecycleSourceOf } from '../../config/lifecycle-source.ts';
import type { LifecycleSourceName } from '../../config/names.ts';
import { RetryLater } from '../../errors/retry-later.ts';
import type { EventPublisher } from '../../events/event-publisher.ts';
import { deriveRequestId } from '../../requests/request-id.ts';
import { requestedEvent } from '../intake/lifecycle-events.ts';
import type { ChangeReading } from '../lifecycle/change-reading.ts';
import type { LifecycleRequest } from '../lifecycle/lifecycle-request.ts';
import type { ReadingContext } from '../lifecycle/reading-context.ts';
import {
  type ProvisionedId,
  type ProvisionedUser,
  type ProvisionedUsers,
  provisionedIdOf,
} from './provisioned-user.ts';
import { readScimChange } from './read-scim-change.ts';
import { noSuchUser, ScimRefusal } from './scim-refusal.ts';
import { type ToldUser, toldUser } from './told-user.ts';

/** The identity provider that asks, and how its bodies are read. */
export interface Provider extends ReadingContext<LifecycleSourceOf<'scim'>> {
  readonly name: LifecycleSourceName;
}

export interface ProvisionPorts {
  readonly users: ProvisionedUsers;
  readonly publisher: EventPublisher;
}

/**
 * Creates a user, and asks the planner to let the person in or, if the user is not active, to cut them off.
 *
 * 1. Keep the user as being created. Its creation is what tells this request from one about a user of the same address
 *    that was deleted before.
 * 2. Ask the planner. Whoever creates it again after a crash goes on here, with the same request id.
 * 3. Keep that it was asked.
 *
 * @throws ScimRefusal when it is no user, or is there already.
 * @throws RetryLater when it could not be made durable; the same may be sent again.
 */
export async function createUser(
  body: unknown,
  provider: Provider,
  ports: ProvisionPorts,
): Promise<ProvisionedUser> {
  const request = accepted(readScimChange({ kind: 'create', body }, provider));
  if (request === undefined) throw new ScimRefusal(400, 'The user tells nothing to do.', 'invalidValue');
  const id = provisionedIdOf(provider.name, request.email);
  const told = toldUser(body, request.email);
  const there = await ports.users.find(provider.name, id);
  if (there?.active !== undefined) {
    throw new ScimRefusal(409, 'There is a user of this address: change that one.', 'uniqueness');
  }
  const user = there ?? (await beginUser(id, { ...told, email: request.email }, provider, ports));
  return passOn(user, request, told, provider, ports);
}

/** Puts what is told in the place of what is known of a user; only whether it is active has consequences. */
export async function replaceUser(
  id: ProvisionedId,
  body: unknown,
  provider: Provider,
  ports: ProvisionPorts,
): Promise<ProvisionedUser> {
  const user = await existingUser(id, provider, ports);
  const request = accepted(readScimChange({ kind: 'replace', body, person: user }, provider));
  const told = toldUser(body, user.userName);
  return request ? passOn(user, request, told, provider, ports) : user;
}

/** Carries out a patch, of which only `active` counts. */
export async function patchUser(
  id: ProvisionedId,
  body: unknown,
  provider: Provider,
  ports: ProvisionPorts,
): Promise<ProvisionedUser> {
  const user = await existingUser(id, provider, ports);
  const request = accepted(readScimChange({ kind: 'patch', body, person: user }, provider));
  return request ? passOn(user, request, {}, provider, ports) : user;
}

/** Asks the planner to cut somebody off, unless that was asked before, and forgets the user. */
export async function deleteUser(
  id: ProvisionedId,
  provider: Provider,
  ports: ProvisionPorts,
): Promise<void> {
  const user = await existingUser(id, provider, ports);
  const request = accepted(readScimChange({ kind: 'delete', person: user }, provider));
  if (request && user.active) await ask(user, request, provider, ports);
  if ((await ports.users.forget(provider.name, user)) === 'contested') throw contested();
}

/** @throws ScimRefusal (404) also for a user that is being created: nobody was told its id. */
export async function existingUser(
  id: ProvisionedId,
  { name }: Provider,
  { users }: ProvisionPorts,
): Promise<ProvisionedUser> {
  const user = await users.find(name, id);
  if (user?.active === undefined) throw noSuchUser();
  return user;
}

async function beginUser(
  id: ProvisionedId,
  told: ToldUser & Pick<ProvisionedUser, 'email'>,
  { name, receivedAt }: Provider,
  { users }: ProvisionPorts,
): Promise<ProvisionedUser> {
  const user = {
    userName: told.email,
    ...told,
    id,
    createdAt: receivedAt,
    changedAt: receivedAt,
    revision: 0,
  };
  if ((await users.keep(name, user, undefined)) === 'contested') throw contested();
  return user;
}

/** Asks only when it is news whether somebody is active; a provider repeats itself in every cycle. */
async function passOn(
  user: ProvisionedUser,
  request: LifecycleRequest,
  told: ToldUser,
  provider: Provider,
  ports: ProvisionPorts,
): Promise<ProvisionedUser> {
  const active = request.kind === 'onboard';
  if (user.active !== active) await ask(user, request, provider, ports);
  const next = { ...user, ...told, active, changedAt: provider.receivedAt, revision: user.revision + 1 };
  if ((await ports.users.keep(provider.name, next, user)) === 'contested') throw contested();
  return next;
}

/** Off, on and off again are three requests, and the repeat of one of them is none. */
async function ask(
  { id, createdAt, revision }: ProvisionedUser,
  request: LifecycleRequest,
  { name }: Provider,
  { publisher }: ProvisionPorts,
): Promise<void> {
  const requestId = deriveRequestId(name, id, createdAt.toISOString(), String(revision), request.kind);
  await publisher.publish([requestedEvent(request, { requestId, source: name })]);
}

/** @returns Nothing when there is nothing to do. */
function accepted(reading: ChangeReading): LifecycleRequest | undefined {
  switch (reading.kind) {
    case 'accepted':
      return reading.request;
    case 'refused': {
      const type = reading.reason === 'not-a-person' ? 'invalidSyntax' : 'invalidValue';
      throw new ScimRefusal(400, `Not accepted (${reading.reason}): ${reading.explanation}`, type);
    }
    case 'idle':
    case 'withdrawn':
      return undefined;
  }
}

function contested(): RetryLater {
  return new RetryLater('Somebody else changes the same user at this moment.', { retryAfterSeconds: 1 });
}
