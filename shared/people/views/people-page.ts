import type { PeopleChanges } from '../changes/people-changes.ts';
import type { ChangeState, PersonChange } from '../changes/person-change.ts';
import type { EmailAddress } from '../email-address.ts';

/** Which people are asked for. */
export interface PeopleQuestion {
  /** Only those behind this address; nothing: from the first. */
  readonly after?: EmailAddress | undefined;
  /** Only those whose present change stands so. */
  readonly state?: ChangeState | undefined;
  readonly limit: number;
}

/** The present changes of some people, by address, and behind whom to go on where there are more. */
export interface PeoplePage {
  readonly changes: readonly PersonChange[];
  readonly next?: EmailAddress;
}

export async function peoplePage(
  { after, state, limit }: PeopleQuestion,
  people: Pick<PeopleChanges, 'all'>,
): Promise<PeoplePage> {
  const found: PersonChange[] = [];
  for await (const page of people.all(after)) {
    const fitting = page.filter(({ standing }) => state === undefined || standing.state === state);
    found.push(...fitting);
    if (found.length > limit) break;
  }
  const changes = found.slice(0, limit);
  const last = changes.at(-1);
  return { changes, ...(found.length > limit && last && { next: last.request.email }) };
}
