import { giveBack } from '../../iocs/blocking/conclude-commands.ts';

/** What became of one message. */
export type WriteBackResult =
  | {
      readonly kind: 'done';
      readonly messageId: string;
      /** Blocks that private intelligence knows of now. */
      readonly written: number;
      /** Judgements that were ended. */
      readonly expired: number;
    }
  | {
      readonly kind: 'return';
      readonly messageId: string;
      readonly retryAfterSeconds: number;
      readonly cause: unknown;
    };

/** The message goes back to the queue, for as long as the cause asks. */
export function returned(command: { readonly messageId: string }, cause: unknown): WriteBackResult {
  return giveBack(command, cause);
}
