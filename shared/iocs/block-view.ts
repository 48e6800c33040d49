import type { DestinationList } from '../config/destination-list.ts';
import type { Block } from './block.ts';

/** Where and why an indicator is or was blocked, as `GET /indicators/{type}/{value}` tells it. */
export function blockView(block: Block, list: DestinationList | undefined) {
  const { indicator: _indicator, destinationList, status, ...rest } = block;
  return {
    destinationList,
    // Both are missing for a list that the configuration no longer has.
    destinationListId: list?.id,
    organisation: list?.organisation,
    status,
    ...rest,
  };
}
