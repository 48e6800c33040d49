import type { NonEmptyArray } from '../../non-empty.ts';
import type { Sleep } from '../../time/sleep.ts';
import { type RemovalLimits, type RemovalResult, removeUntilNoneLeft } from '../remove-until-none-left.ts';
import type { UserName } from '../user-name.ts';
import type { Session, SessionPlace } from './session-place.ts';

/**
 * Ends every session of these people in one place, until none is listed any more. A person who may still log in can
 * come back at any time: take that away first.
 */
export function endSessions<Held extends Session>(
  users: NonEmptyArray<UserName>,
  place: SessionPlace<Held>,
  options: { sleep: Sleep; limits?: RemovalLimits },
): Promise<RemovalResult<Held>> {
  return removeUntilNoneLeft(
    { list: () => place.list(users), remove: (sessions) => place.end(sessions) },
    options,
  );
}
