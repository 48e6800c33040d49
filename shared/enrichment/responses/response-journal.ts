import { z } from 'zod';
import { indicatorSchema } from '../../iocs/indicator.ts';
import { type RequestId, requestIdSchema } from '../../requests/request-id.ts';
import { responseOutcomeSchema } from '../verdict-decision.ts';
import type { ResponseOrder } from './responder.ts';

const common = {
  requestId: requestIdSchema,
  indicator: indicatorSchema,
  moduleInstanceId: z.string(),
  actionId: z.string(),
  /** When it was written down, just before the action was triggered. */
  openedAt: z.iso.datetime(),
};

/**
 * A response action as the journal keeps it: `open` from just before it is triggered until its end is known, then
 * `closed`. One that stays open is of a function that died, or whose answer was lost.
 */
export const journaledResponseSchema = z.discriminatedUnion('state', [
  z.object({ ...common, state: z.literal('open') }),
  z.object({ ...common, state: z.literal('closed'), outcome: responseOutcomeSchema }),
]);

export type JournaledResponse = z.infer<typeof journaledResponseSchema>;
export type OpenResponse = Extract<JournaledResponse, { state: 'open' }>;
export type ClosedResponse = Extract<JournaledResponse, { state: 'closed' }>;

/** Where each response action is written down before it is triggered: one entry a request, indicator and action. */
export interface ResponseJournal {
  find(requestId: RequestId, order: ResponseOrder): Promise<JournaledResponse | undefined>;
  /**
   * Writes an action down that nobody has written down before. Of two functions only one is told `opened`, and only
   * that one may trigger.
   */
  open(response: OpenResponse): Promise<'opened' | 'exists'>;
  /** Records how it ended. */
  close(response: ClosedResponse): Promise<void>;
  /** Forgets an open entry whose action was certainly not triggered. One that was closed meanwhile stays. */
  withdraw(response: OpenResponse): Promise<void>;
}
