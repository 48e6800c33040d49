import { RefusedInput } from '../../../errors/refused-input.ts';
import type { Firewall } from '../../../firewalls/firewall.ts';
import { isNonEmpty, type NonEmptyArray } from '../../../non-empty.ts';
import { pathSegment } from '../../http/path-segment.ts';
import type { FirewallManagerCall, FirewallManagerClient } from '../authorised-client.ts';
import { type Transaction, transactionSchema } from '../transactions.ts';

/** Most FTDs in one deployment. */
export const mostFtdsPerDeployment = 50;

/**
 * Starts one deployment, once. An ASA has one of its own: `POST /v1/inventory/devices/asas/{deviceUid}/deploy`. FTDs of
 * the cloud-delivered Firewall Management Center share one: `POST /v1/inventory/devices/ftds/deploy`. A deployment that
 * its pre-validation warns of is left to fail: warnings are for a person.
 * @param description stands beside a deployment to FTDs; an ASA's has none
 * @throws RefusedInput for firewalls that cannot be deployed to so
 * @see https://developer.cisco.com/docs/cisco-defense-orchestrator/getting-started
 */
export function startDeployment(
  client: FirewallManagerClient,
  firewalls: NonEmptyArray<Firewall>,
  description: string,
): Promise<Transaction> {
  const [first, ...others] = firewalls;
  if (first.deployed === 'alone' && !isNonEmpty(others)) {
    return post(client, { path: `v1/inventory/devices/asas/${pathSegment(first.uid)}/deploy` });
  }
  const areTogether = firewalls.every(({ deployed }) => deployed === 'with-others');
  if (areTogether && firewalls.length <= mostFtdsPerDeployment) {
    const json = { deviceUids: firewalls.map(({ uid }) => uid), description };
    return post(client, { path: 'v1/inventory/devices/ftds/deploy', json });
  }
  throw new RefusedInput(
    `One deployment goes to one ASA or to at most ${mostFtdsPerDeployment} FTDs that the cloud-delivered Firewall Management Center manages, and not to ${firewalls.map(({ name, deployed }) => `${name} (deployed ${deployed})`).join(', ')}. Nothing was sent.`,
  );
}

function post(
  client: FirewallManagerClient,
  call: Pick<FirewallManagerCall, 'path' | 'json'>,
): Promise<Transaction> {
  return client.send({ ...call, method: 'POST', repetition: 'once', expected: [202] }, transactionSchema);
}
