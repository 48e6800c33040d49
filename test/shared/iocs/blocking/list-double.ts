import { OutcomeUnknown } from '#shared/errors/outcome-unknown.ts';
import type {
  AddAnswer,
  BlockDestination,
  BlockEntry,
  Enforcement,
  Findings,
  FoundEntry,
  Inspection,
  WantedEntry,
} from '#shared/iocs/blocking/block-destination.ts';
import type { EntryId } from '#shared/iocs/blocking/entry-id.ts';
import { entryNumber } from './entry-number.ts';

/** What a destination list does in a test. Everything that Cisco leaves open can be had both ways. */
export interface ListBehaviour {
  enforcement: Enforcement;
  duplicates: 'skip' | 'refuse';
  /** Values that the vendor refuses, with its reason. */
  refused: Map<string, string>;
  refusalNamesValues: boolean;
  mixedBatch: 'refuse-all' | 'partial';
  /** Values that are accepted and not stored. */
  dropped: Set<string>;
  countInAnswer: boolean;
  /** For each add in turn; adds beyond it are answered as usual. */
  nextAdds: ('answer' | 'lose-before' | 'lose-after')[];
  /** The same for removes. */
  nextRemoves: ('answer' | 'lose-before' | 'lose-after')[];
  /** Entries on all lists of the organisation, where the list says so. */
  organisationEntryCount: number | undefined;
  keepsComments: boolean;
  takesEffect: BlockDestination['takesEffect'];
  /** What the policy makes of the list once something was added: a change that waits for a deployment. */
  enforcementAfterAdd: Enforcement | undefined;
  /** Values without effect whatever holds for the rest, with the reason. */
  withoutEffect: Map<string, string>;
}

/** A destination list in memory that counts what it is asked. */
export class ListDouble implements BlockDestination {
  mostEntriesPerAdd = 500;
  mostEntriesPerRemove = 500;
  /** Entries that {@link entries} gives at a time. */
  entriesPerPage = 100;
  /** What stands on the list, by value, in the order in which it was added. */
  readonly stored = new Map<string, { id: EntryId; comment: string }>();
  readonly requests = { inspect: 0, add: 0, count: 0, find: 0, pages: 0, remove: 0 };
  /** Values that were posted although an earlier post of ours had stored them: what must never happen. */
  readonly postedTwice = new Set<string>();
  readonly behaviour: ListBehaviour;
  #nextId = 1;

  constructor(behaviour: Partial<ListBehaviour> = {}) {
    this.behaviour = {
      enforcement: { kind: 'enforced' },
      duplicates: 'skip',
      refused: new Map(),
      refusalNamesValues: true,
      mixedBatch: 'refuse-all',
      dropped: new Set(),
      countInAnswer: true,
      nextAdds: [],
      nextRemoves: [],
      organisationEntryCount: undefined,
      keepsComments: true,
      takesEffect: 'at-once',
      enforcementAfterAdd: undefined,
      withoutEffect: new Map(),
      ...behaviour,
    };
  }

  get keepsComments(): boolean {
    return this.behaviour.keepsComments;
  }

  get takesEffect(): BlockDestination['takesEffect'] {
    return this.behaviour.takesEffect;
  }

  addByHand(value: string): void {
    this.stored.set(value, { id: entryNumber(this.#nextId++), comment: 'by hand' });
  }

  /** Puts an entry there as something else than a post did: another deployment, a person who copies. */
  addWithComment(value: string, comment: string): void {
    this.stored.set(value, { id: entryNumber(this.#nextId++), comment });
  }

  async inspect(): Promise<Inspection> {
    this.requests.inspect++;
    const { enforcement, organisationEntryCount } = this.behaviour;
    return { enforcement, entryCount: this.stored.size, organisationEntryCount };
  }

  async add(entries: readonly BlockEntry[]): Promise<AddAnswer> {
    this.requests.add++;
    const turn = this.behaviour.nextAdds.shift() ?? 'answer';
    if (turn === 'lose-before') throw new OutcomeUnknown('lost on the way there');
    const answer = this.#store(entries);
    this.behaviour.enforcement = this.behaviour.enforcementAfterAdd ?? this.behaviour.enforcement;
    if (turn === 'lose-after') throw new OutcomeUnknown('lost on the way back');
    return answer;
  }

  async count() {
    this.requests.count++;
    return this.stored.size;
  }

  async find(wanted: readonly WantedEntry[]): Promise<Findings> {
    this.requests.find++;
    const entries = new Map<string, FoundEntry>();
    for (const { value, entryId } of wanted) {
      const there = this.stored.get(value);
      if (!there || (entryId !== undefined && entryId !== there.id)) continue;
      entries.set(value, this.#found(value, there));
    }
    return { entries, entryCount: this.stored.size };
  }

  async *entries(): AsyncGenerator<FoundEntry[], void> {
    const all = [...this.stored].map(([value, there]) => this.#found(value, there));
    for (let start = 0; start === 0 || start < all.length; start += this.entriesPerPage) {
      this.requests.pages++;
      yield all.slice(start, start + this.entriesPerPage);
    }
  }

  async remove(entryIds: readonly EntryId[]) {
    this.requests.remove++;
    const turn = this.behaviour.nextRemoves.shift() ?? 'answer';
    if (turn === 'lose-before') throw new OutcomeUnknown('lost on the way there');
    const ids = new Set(entryIds);
    for (const [value, { id }] of this.stored) if (ids.has(id)) this.stored.delete(value);
    if (turn === 'lose-after') throw new OutcomeUnknown('lost on the way back');
    return this.behaviour.countInAnswer ? this.stored.size : undefined;
  }

  #found(value: string, { id, comment }: { id: EntryId; comment: string }): FoundEntry {
    const { keepsComments, withoutEffect } = this.behaviour;
    return {
      value,
      entryId: id,
      comment: keepsComments ? comment : undefined,
      notEnforcedBecause: withoutEffect.get(value),
    };
  }

  #store(entries: readonly BlockEntry[]): AddAnswer {
    const { refused, mixedBatch, duplicates, dropped } = this.behaviour;
    for (const { indicator } of entries) {
      const there = this.stored.get(indicator.value);
      if (there && there.comment !== 'by hand') this.postedTwice.add(indicator.value);
    }
    const bad = entries.filter(({ indicator }) => refused.has(indicator.value));
    const twice = entries.filter(({ indicator }) => this.stored.has(indicator.value));
    const isRefused = bad.length > 0 || (duplicates === 'refuse' && twice.length > 0);
    if (!isRefused || mixedBatch === 'partial') {
      for (const { indicator, comment } of entries) {
        if (refused.has(indicator.value) || this.stored.has(indicator.value)) continue;
        if (dropped.has(indicator.value)) continue;
        this.stored.set(indicator.value, { id: entryNumber(this.#nextId++), comment });
      }
    }
    if (!isRefused) {
      return {
        kind: 'accepted',
        entryCount: this.behaviour.countInAnswer ? this.stored.size : undefined,
        notEnforced: this.behaviour.withoutEffect,
      };
    }
    const named = bad.map(({ indicator }) => [indicator.value, refused.get(indicator.value) ?? ''] as const);
    return {
      kind: 'refused',
      reason: 'invalid destinations',
      refused: new Map(this.behaviour.refusalNamesValues ? named : []),
    };
  }
}

/** A group on the firewalls in memory: it keeps no comments, and what is written has an effect once it is deployed. */
export function groupDouble(behaviour: Partial<ListBehaviour> = {}): ListDouble {
  const group = new ListDouble({ keepsComments: false, takesEffect: 'when-deployed', ...behaviour });
  group.mostEntriesPerAdd = 15_000;
  return group;
}
