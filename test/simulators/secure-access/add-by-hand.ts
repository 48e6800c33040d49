import { RefusedInput } from '#shared/errors/refused-input.ts';
import type { Cloud } from './cloud.ts';
import { detectDestinationType } from './destination.ts';

/**
 * Stores destinations as a person at the console would, past every switch and without a posting.
 * What the list already holds stays as it is.
 *
 * @throws {RefusedInput} when the list does not exist.
 */
export function addByHand(listId: number, destinations: Iterable<string>, cloud: Cloud): void {
  const list = cloud.lists.find(listId);
  if (!list)
    throw new RefusedInput(`there is no destination list ${listId}; make it with POST /_control/lists`);
  const missing = new Set(destinations).values().filter((destination) => !list.has(destination));
  const entries = missing.map((destination) => ({
    destination,
    type: detectDestinationType(destination) ?? 'domain',
    comment: '',
  }));
  cloud.lists.store(list, entries, cloud.clock.now());
}
