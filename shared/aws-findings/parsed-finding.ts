import type { AlertFacts, ClaimedIndicator } from '../webhooks/parsers/webhook-parser.ts';

/** What a finding of an AWS service says, in our words. */
export interface ParsedFinding extends AlertFacts {
  /** The service's own id of the finding. It stays the same when the finding is updated. */
  readonly findingId: string;
  readonly values: readonly ClaimedIndicator[];
}
