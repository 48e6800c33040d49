import { RefusedRequest } from '#shared/lambda/refused-request.ts';
import { longestWaitSeconds } from '#shared/requests/settled-request.ts';

/** What a sender asks for in the address, behind the question mark. */
export interface DeliveryOptions {
  /** Only to tell what would happen. */
  readonly isPreview: boolean;
  /** How long to wait for the outcome before answering, in seconds; 0: not at all. */
  readonly waitSeconds: number;
}

/** @throws RefusedRequest when a value may have been meant for something else: what is not a preview is done. */
export function deliveryOptions(parameters: ReadonlyMap<string, string>): DeliveryOptions {
  return {
    isPreview: asksForPreview(parameters.get('preview')),
    waitSeconds: waitSecondsIn(parameters.get('wait')),
  };
}

function asksForPreview(parameter: string | undefined): boolean {
  if (parameter === undefined || parameter === 'false') return false;
  if (parameter === 'true') return true;
  throw new RefusedRequest(
    'not-understood',
    'The parameter preview is true or false; ask with ?preview=true.',
  );
}

function waitSecondsIn(parameter: string | undefined): number {
  if (parameter === undefined) return 0;
  const seconds = /^\d{1,2}$/.test(parameter) ? Number(parameter) : 0;
  if (seconds >= 1 && seconds <= longestWaitSeconds) return seconds;
  throw new RefusedRequest(
    'not-understood',
    `The parameter wait is a whole number of seconds from 1 to ${longestWaitSeconds}; ask with ?wait=20, or leave it out.`,
  );
}
