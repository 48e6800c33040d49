import type { PeopleEvent } from './people-event.ts';

/** Of larger files people are not told about each person by e-mail and chat. */
const mostToldOneByOne = 20;

/**
 * Whether an event is one of so many alike that telling each would bury what a person has to act on. What was left open,
 * was held or was refused is always told.
 */
export function isOneOfMany(event: PeopleEvent): boolean {
  switch (event.type) {
    case 'PersonChangeDue':
    case 'UserOnboarded':
    case 'UserOffboarded':
      return (event.detail.batchSize ?? 1) > mostToldOneByOne;
    default:
      return false;
  }
}
