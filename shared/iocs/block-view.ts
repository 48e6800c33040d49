import type { ConfiguredDestination } from '../config/configured-destination.ts';
import type { Block } from './block.ts';

/** Where and why an indicator is or was blocked, as `GET /indicators/{type}/{value}` tells it. */
export function blockView(block: Block, destination: ConfiguredDestination | undefined) {
  const { indicator: _indicator, destinationList, status, ...rest } = block;
  return {
    destinationList,
    // Both are missing for a destination that the configuration no longer has; a group has no number.
    destinationListId: destination?.kind === 'destination-list' ? destination.id : undefined,
    organisation: destination?.organisation,
    status,
    ...rest,
  };
}
