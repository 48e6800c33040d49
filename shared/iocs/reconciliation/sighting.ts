import type { FoundEntry } from '../blocking/block-destination.ts';

/** What the read of a whole list has shown of one indicator. */
export type Sighting = { readonly kind: 'absent' } | { readonly kind: 'present'; readonly entry: FoundEntry };
