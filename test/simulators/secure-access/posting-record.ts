/** How often one destination came to one list through POST requests. */
export interface Posting {
  readonly listId: number;
  readonly destination: string;
  /** POST requests that stored it. More than one is right if it was removed in between. */
  readonly timesStored: number;
  /** POST requests that named it and stored it or found it in the list. */
  readonly timesPosted: number;
  /** Whether a POST named it while what an earlier POST had stored was still in the list. */
  readonly postedTwice: boolean;
}

interface Tally {
  timesStored: number;
  timesPosted: number;
  postedTwice: boolean;
  /** Whether a POST, and not a person, put in what the list holds now. */
  presentByPost: boolean;
}

/** Remembers what was posted, so that a test can show that nothing was posted twice. */
export class PostingRecord {
  readonly #lists = new Map<number, Map<string, Tally>>();

  /** A POST stored the destination. */
  stored(listId: number, destination: string): void {
    const tally = this.#tally(listId, destination);
    tally.timesStored += 1;
    tally.timesPosted += 1;
    tally.presentByPost = true;
  }

  /** A POST named a destination that the list already held. */
  foundPresent(listId: number, destination: string): void {
    const tally = this.#tally(listId, destination);
    tally.timesPosted += 1;
    tally.postedTwice ||= tally.presentByPost;
  }

  /** The destination left the list, so that posting it again is right. */
  removed(listId: number, destination: string): void {
    const tally = this.#lists.get(listId)?.get(destination);
    if (tally) tally.presentByPost = false;
  }

  of(listId: number, destination: string): Posting {
    const tally = this.#lists.get(listId)?.get(destination);
    return {
      listId,
      destination,
      timesStored: tally?.timesStored ?? 0,
      timesPosted: tally?.timesPosted ?? 0,
      postedTwice: tally?.postedTwice ?? false,
    };
  }

  postedTwice(): readonly Posting[] {
    const found: Posting[] = [];
    for (const [listId, tallies] of this.#lists) {
      for (const [destination, tally] of tallies) {
        if (tally.postedTwice) found.push(this.of(listId, destination));
      }
    }
    return found;
  }

  clear(): void {
    this.#lists.clear();
  }

  #tally(listId: number, destination: string): Tally {
    const tallies = this.#lists.get(listId) ?? new Map<string, Tally>();
    this.#lists.set(listId, tallies);
    const tally = tallies.get(destination) ?? {
      timesStored: 0,
      timesPosted: 0,
      postedTwice: false,
      presentByPost: false,
    };
    tallies.set(destination, tally);
    return tally;
  }
}
