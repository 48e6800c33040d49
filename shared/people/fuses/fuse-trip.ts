/** Every fuse, named by what it found. */
export const fuseNames = [
  'empty-roster',
  'truncated-file',
  'many-unreadable-rows',
  'many-leavers',
  'many-leavers-percent',
  'break-glass-account',
  'api-owner',
  'last-administrator',
  'date-long-past',
  'date-far-ahead',
] as const;
export type FuseName = (typeof fuseNames)[number];

/** A fuse that is blown: a person decides before anything happens. */
export interface FuseTrip {
  readonly fuse: FuseName;
  /** What was found and what is allowed, in a sentence for the person who decides. */
  readonly explanation: string;
}
