import type { ChangeId } from '#shared/people/changes/change-id.ts';
import type { Contested, PeopleChanges } from '#shared/people/changes/people-changes.ts';
import type { Approval, ChangeStanding, PersonChange } from '#shared/people/changes/person-change.ts';
import { replacedChange } from '#shared/people/changes/replaced-change.ts';
import { checkMove } from '#shared/people/changes/transitions.ts';
import type { EmailAddress } from '#shared/people/email-address.ts';

const peoplePerPage = 100;

/** Changes kept in memory, with the conditions of the real ones. */
export class InMemoryPeopleChanges implements PeopleChanges {
  readonly #current = new Map<EmailAddress, PersonChange>();
  readonly #byId = new Map<ChangeId, PersonChange>();
  readonly #ofTicket = new Map<string, ChangeId>();

  /** Puts changes there as they are, each as the current one of its person. */
  constructor(changes: readonly PersonChange[] = []) {
    for (const change of changes) this.#keep(change);
  }

  find(person: EmailAddress): Promise<PersonChange | undefined> {
    return Promise.resolve(this.#current.get(person));
  }

  history(person: EmailAddress): Promise<readonly PersonChange[]> {
    const own = [...this.#byId.values()].filter(({ request }) => request.email === person);
    return Promise.resolve(
      own.toSorted((one, other) => other.acceptedAt.getTime() - one.acceptedAt.getTime()),
    );
  }

  async *all(after?: EmailAddress): AsyncIterable<readonly PersonChange[]> {
    const changes = [...this.#current.entries()]
      .filter(([person]) => after === undefined || person > after)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([, change]) => change);
    for (let from = 0; from < changes.length; from += peoplePerPage) {
      yield changes.slice(from, from + peoplePerPage);
    }
  }

  ofTicket(source: string, ticket: string): Promise<PersonChange | undefined> {
    const changeId = this.#ofTicket.get(`${source}#${ticket}`);
    return Promise.resolve(changeId && this.#byId.get(changeId));
  }

  begin(change: PersonChange, instead: PersonChange | undefined): Promise<'recorded' | Contested> {
    if (!this.#isCurrent(change.request.email, instead) || this.#byId.has(change.changeId)) {
      return Promise.resolve('contested');
    }
    if (instead) this.#byId.set(instead.changeId, replacedChange(instead, change));
    this.#keep(change);
    return Promise.resolve('recorded');
  }

  move<To extends ChangeStanding>(
    change: PersonChange,
    to: To,
    approval: Approval | undefined = change.approval,
  ): Promise<PersonChange<To> | Contested> {
    checkMove(change, to.state);
    if (!this.#isCurrent(change.request.email, change)) return Promise.resolve('contested');
    const revision = change.revision + 1;
    const moved: PersonChange<To> = { ...change, standing: to, approval, revision };
    this.#keep(moved);
    return Promise.resolve(moved);
  }

  #isCurrent(person: EmailAddress, change: PersonChange | undefined): boolean {
    const current = this.#current.get(person);
    return current?.changeId === change?.changeId && current?.revision === change?.revision;
  }

  #keep(change: PersonChange): void {
    const { request, source, changeId } = change;
    this.#current.set(request.email, change);
    this.#byId.set(changeId, change);
    if (request.ticket !== undefined) this.#ofTicket.set(`${source}#${request.ticket}`, changeId);
  }
}
