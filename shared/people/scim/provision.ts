import type { ChangeReading } from '../lifecycle/change-reading.ts';
import type { LifecycleRequest } from '../lifecycle/lifecycle-request.ts';
import { askPlanner, contested, type Provider, type ProvisionPorts, passOn } from './pass-on.ts';
import { type ProvisionedId, type ProvisionedUser, provisionedIdOf } from './provisioned-user.ts';
import { readScimChange } from './read-scim-change.ts';
import { noSuchUser, ScimRefusal } from './scim-refusal.ts';
import { type ToldUser, toldUser } from './told-user.ts';

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
  if (request && user.active) await askPlanner(user, request, provider, ports);
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
