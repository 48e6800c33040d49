import { OutcomeUnknown } from '#shared/errors/outcome-unknown.ts';
import type {
  AddAnswer,
  BlockDestination,
  BlockEntry,
  Enforcement,
} from '#shared/iocs/blocking/block-destination.ts';

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
}

/** A destination list in memory that counts what it is asked. */
export class ListDouble implements BlockDestination {
  mostEntriesPerAdd = 500;
  readonly entries = new Map<string, { id: number; comment: string }>();
  readonly requests = { inspect: 0, add: 0, count: 0, find: 0 };
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
      ...behaviour,
    };
  }

  addByHand(value: string): void {
    this.entries.set(value, { id: this.#nextId++, comment: 'by hand' });
  }

  async inspect() {
    this.requests.inspect++;
    return { enforcement: this.behaviour.enforcement, entryCount: this.entries.size };
  }

  async add(entries: readonly BlockEntry[]): Promise<AddAnswer> {
    this.requests.add++;
    const turn = this.behaviour.nextAdds.shift() ?? 'answer';
    if (turn === 'lose-before') throw new OutcomeUnknown('lost on the way there');
    const answer = this.#store(entries);
    if (turn === 'lose-after') throw new OutcomeUnknown('lost on the way back');
    return answer;
  }

  async count() {
    this.requests.count++;
    return this.entries.size;
  }

  async find(values: ReadonlySet<string>) {
    this.requests.find++;
    const found = [...this.entries].filter(([value]) => values.has(value));
    return new Map(found.map(([value, { id, comment }]) => [value, { destinationId: id, comment }]));
  }

  #store(entries: readonly BlockEntry[]): AddAnswer {
    const { refused, mixedBatch, duplicates, dropped } = this.behaviour;
    for (const { indicator } of entries) {
      const there = this.entries.get(indicator.value);
      if (there && there.comment !== 'by hand') this.postedTwice.add(indicator.value);
    }
    const bad = entries.filter(({ indicator }) => refused.has(indicator.value));
    const twice = entries.filter(({ indicator }) => this.entries.has(indicator.value));
    const isRefused = bad.length > 0 || (duplicates === 'refuse' && twice.length > 0);
    if (!isRefused || mixedBatch === 'partial') {
      for (const { indicator, comment } of entries) {
        if (refused.has(indicator.value) || this.entries.has(indicator.value)) continue;
        if (dropped.has(indicator.value)) continue;
        this.entries.set(indicator.value, { id: this.#nextId++, comment });
      }
    }
    if (!isRefused) {
      return { kind: 'accepted', entryCount: this.behaviour.countInAnswer ? this.entries.size : undefined };
    }
    const named = bad.map(({ indicator }) => [indicator.value, refused.get(indicator.value) ?? ''] as const);
    return {
      kind: 'refused',
      reason: 'invalid destinations',
      refused: new Map(this.behaviour.refusalNamesValues ? named : []),
    };
  }
}
