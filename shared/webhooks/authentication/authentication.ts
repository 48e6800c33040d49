import type { z } from 'zod';

/** What a sender presents to be believed. */
export interface PresentedCredentials {
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  /** The body's bytes exactly as sent. */
  readonly body: Buffer;
  readonly receivedAt: Date;
}

/** A connection's secrets: two are valid at once, so that a sender can be given a new one without losing events. */
export interface ConnectionSecret {
  readonly current: string;
  readonly previous?: string | undefined;
}

export type Authentication =
  /** `deliveryId` is the sender's own id of the delivery, when what was verified covers it. */
  | { readonly kind: 'authentic'; readonly deliveryId?: string }
  /** `likelyCause` helps an honest sender and tells nothing that is secret. */
  | { readonly kind: 'refused'; readonly likelyCause: string };

/** One way for a sender to prove who it is. */
export interface AuthenticationMethod {
  /** What one of the connection's secrets has to look like, so that a wrong paste is found at once. */
  readonly secretSchema: z.ZodType<string>;
  /** Sent with a 401. @see https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1 */
  readonly challenge: string;
  authenticate(presented: PresentedCredentials, secret: ConnectionSecret): Authentication;
}

/** The secrets that are valid at the moment, newest first. */
export function validSecrets({ current, previous }: ConnectionSecret): readonly string[] {
  return previous === undefined ? [current] : [current, previous];
}
