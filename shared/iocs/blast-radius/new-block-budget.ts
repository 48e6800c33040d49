import type { BlastRadiusLimits } from '../../config/blast-radius.ts';
import type { ConnectionName, DestinationListName } from '../../config/names.ts';
import type { RequestId } from '../../requests/request-id.ts';
import { connectionHour, organisationDay, requestPeriod } from './new-block-counts.ts';

/** Who asks for a new block. */
export interface BlockAsker {
  readonly requestId: RequestId;
  readonly connection?: ConnectionName | undefined;
  readonly destinationList: DestinationListName;
}

/** Which limit is used up, with a sentence for the person who decides about the rest. */
export interface LimitReached {
  readonly reason: 'above-request-limit' | 'above-connection-limit' | 'above-organisation-limit';
  readonly explanation: string;
}

/** How many new blocks may still be made before a person is asked. Whoever makes one takes it from the budget. */
export class NewBlockBudget {
  readonly #limits: BlastRadiusLimits;
  readonly #now: Date;
  readonly #used: Map<string, number>;

  /** @param options.used new blocks so far, by period: `new-block-counts.ts` names them */
  constructor(options: { limits: BlastRadiusLimits; now: Date; used: ReadonlyMap<string, number> }) {
    this.#limits = options.limits;
    this.#now = options.now;
    this.#used = new Map(options.used);
  }

  /** The limit that keeps the asker from one more new block, or nothing. */
  limitReached(asker: BlockAsker): LimitReached | undefined {
    return this.#limitsOf(asker).find(({ period, most }) => this.#usedIn(period) >= most)?.reached;
  }

  /** Takes one new block, whether it is within the limits or a person approved it. */
  take(asker: BlockAsker): void {
    for (const { period } of this.#limitsOf(asker)) this.#used.set(period, this.#usedIn(period) + 1);
  }

  #limitsOf({ requestId, connection, destinationList }: BlockAsker) {
    const { newBlocksPerRequest, newBlocksPerConnectionAndHour, newBlocksPerOrganisationAndDay } =
      this.#limits;
    const ofRequest = {
      period: requestPeriod(requestId, destinationList),
      most: newBlocksPerRequest,
      reached: {
        reason: 'above-request-limit',
        explanation: `The request has made ${newBlocksPerRequest} new blocks on this list, as many as one may by itself.`,
      } satisfies LimitReached,
    };
    const ofOrganisation = {
      period: organisationDay(this.#now),
      most: newBlocksPerOrganisationAndDay,
      reached: {
        reason: 'above-organisation-limit',
        explanation: `There were ${newBlocksPerOrganisationAndDay} new blocks in the organisation today, as many as may be made by themselves.`,
      } satisfies LimitReached,
    };
    if (connection === undefined) return [ofRequest, ofOrganisation];
    const ofConnection = {
      period: connectionHour(connection, this.#now),
      most: newBlocksPerConnectionAndHour,
      reached: {
        reason: 'above-connection-limit',
        explanation: `The connection ${connection} has made ${newBlocksPerConnectionAndHour} new blocks this hour, as many as one may by itself.`,
      } satisfies LimitReached,
    };
    return [ofRequest, ofConnection, ofOrganisation];
  }

  #usedIn(period: string): number {
    return this.#used.get(period) ?? 0;
  }
}
