/**
 * What has become of an indicator in one request. The life is:
 * `queued` → (`held` → a person decides) → posted → one terminal status, with a reason where it is not a plain success.
 */
export const terminalStatuses = [
  'enforced',
  'already-enforced',
  'stored-not-enforced',
  'rejected',
  'released',
  'failed',
] as const;

export const passingStatuses = ['queued', 'held', 'stored'] as const;

export const indicatorStatuses = [...terminalStatuses, ...passingStatuses] as const;

export type TerminalStatus = (typeof terminalStatuses)[number];
export type PassingStatus = (typeof passingStatuses)[number];
export type IndicatorStatus = (typeof indicatorStatuses)[number];
