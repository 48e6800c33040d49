import type { NonEmptyArray } from '../../non-empty.ts';
import type { NotRemoved } from '../remove-until-none-left.ts';
import type { UserName } from '../user-name.ts';

/** Somebody is logged in somewhere. */
export interface Session {
  /** As the place writes it, which may differ from what was asked for in upper and lower case. */
  readonly userName: UserName;
  /** The machine at the person's end, where it is known. */
  readonly device?: string | undefined;
  readonly startedAt?: Date | undefined;
}

/** A place where people have sessions. There is no way to ask it for, or to end, "all of them". */
export interface SessionPlace<Held extends Session = Session> {
  /** The sessions that these people have now, and nobody else's. */
  list(users: NonEmptyArray<UserName>): Promise<readonly Held[]>;
  /** Asks the place to end sessions that {@link list} gave. */
  end(sessions: NonEmptyArray<Held>): Promise<readonly NotRemoved[]>;
}
