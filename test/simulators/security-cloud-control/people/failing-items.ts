import type { ApiRequest } from '../../http/api-request.ts';
import type { FailItems } from '../fault.ts';
import { type FailedItem, itemFailed } from './item-results.ts';

/** Which items of a request fail because a fault has struck it. */
export class FailingItems {
  readonly #struck = new WeakMap<ApiRequest, FailItems>();

  arm(effect: FailItems, request: ApiRequest): void {
    this.#struck.set(request, effect);
  }

  /** The failure of the item that names that user, if it is to fail. */
  of(request: ApiRequest, user: string): FailedItem | undefined {
    const effect = this.#struck.get(request);
    if (!effect || (effect.users && !effect.users.includes(user))) return undefined;
    return itemFailed(effect.errorDescription);
  }
}
