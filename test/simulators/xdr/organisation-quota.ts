import { type Admission, SlidingWindows } from '../cloud/sliding-windows.ts';

const hourInSeconds = 3_600;
const organisation = 'organisation';

/**
 * The requests that all clients and people of the organisation share.
 *
 * @see https://developer.cisco.com/docs/cisco-xdr/rate-limits
 */
export class OrganisationQuota {
  readonly #windows = new SlidingWindows();
  #refusedUntil: Date | undefined;

  admit(requestsPerHour: number, now: Date): Admission {
    if (this.#refusedUntil && this.#refusedUntil > now) {
      const left = this.#refusedUntil.getTime() - now.getTime();
      return { admitted: false, retryAfterSeconds: Math.ceil(left / 1_000) };
    }
    return this.#count(requestsPerHour, now);
  }

  /** Counts requests of people and other programs, as many as still fit. */
  useByOthers(requests: number, requestsPerHour: number, now: Date): void {
    for (let used = 0; used < requests; used += 1) this.#count(requestsPerHour, now);
  }

  /** Refuses everything until then, however little was used. */
  refuseUntil(moment: Date): void {
    this.#refusedUntil = moment;
  }

  usedInLastHour(now: Date): number {
    return this.#windows.count(organisation, hourInSeconds, now);
  }

  get refusedUntil(): Date | undefined {
    return this.#refusedUntil;
  }

  clear(): void {
    this.#windows.clear();
    this.#refusedUntil = undefined;
  }

  #count(requestsPerHour: number, now: Date): Admission {
    return this.#windows.admit(organisation, [{ requests: requestsPerHour, seconds: hourInSeconds }], now);
  }
}
