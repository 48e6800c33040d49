import type { OpenStep } from '../steps/open-step.ts';

/** What became of a task, for log and metrics. What has to be tried again is thrown. */
export type TaskOutcome =
  | { readonly kind: 'done' | 'removed' | 'undone' }
  | { readonly kind: 'incomplete'; readonly open: readonly OpenStep[] }
  /** It came before its time and comes again then. */
  | { readonly kind: 'not-yet'; readonly at: Date }
  | { readonly kind: 'nothing'; readonly because: string };
