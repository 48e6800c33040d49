import type { Block } from './block.ts';
import type { Indicator } from './indicator.ts';

/** Looks up where an indicator is blocked. */
export interface BlockReader {
  /** Its blocks, one a destination list; none where it was never blocked. */
  read(indicator: Indicator): Promise<Block[]>;
}
