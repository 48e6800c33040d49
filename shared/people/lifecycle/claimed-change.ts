import type { LifecycleField } from '../../config/lifecycle-mapping.ts';

/**
 * What a row, ticket or body tells about a person, as it is written there and not yet believed.
 * What is left out or empty is not told.
 */
export type ClaimedChange = Readonly<Partial<Record<LifecycleField, string | undefined>>>;
