import type { z } from 'zod';

/** What a sender presents to be believed. */
export interface PresentedCredentials {
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  /** The body's bytes exactly as sent. */
  readonly body: Buffer;
  readonly receivedAt: Date;
  /** What stands in the address behind the connection's name. */
  readonly urlSecret?: string | undefined;
  /** The address that the call came from, as the gateway saw it: never taken from a header. */
  readonly sourceAddress?: string | undefined;
  /** The ARN of whom the gateway's IAM authoriser has believed; nothing on routes without one. */
  readonly awsCallerArn?: string | undefined;
}

/** A connection's secrets: two are valid at once, so that a sender can be given a new one without losing events. */
export interface ConnectionSecret {
  readonly current: string;
  readonly previous?: string | undefined;
}

export type Authentication =
  /**
   * `deliveryId` names the delivery by what was verified alone, so that nobody makes a recorded delivery look
   * new by changing what no signature covers. Nothing when only the sender was proved and not the body.
   */
  | { readonly kind: 'authentic'; readonly deliveryId?: string }
  /** `likelyCause` helps an honest sender and tells nothing that is secret. */
  | { readonly kind: 'refused'; readonly likelyCause: string };

interface Challenging {
  /** Sent with a 401. @see https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1 */
  readonly challenge: string;
}

/** A way to prove who one is by a secret that both sides know. */
export interface SecretMethod extends Challenging {
  readonly proof: 'secret';
  /** What one of the connection's secrets has to look like, so that a wrong paste is found at once. */
  readonly secretSchema: z.ZodType<string>;
  authenticate(presented: PresentedCredentials, secret: ConnectionSecret): Authentication;
}

/** A way in which the gateway has verified the caller already; the connection has no secret. */
export interface GatewayMethod extends Challenging {
  readonly proof: 'gateway';
  authenticate(presented: PresentedCredentials): Authentication;
}

/** One way for a sender to prove who it is. */
export type AuthenticationMethod = SecretMethod | GatewayMethod;

/** The secrets that are valid at the moment, newest first. */
export function validSecrets({ current, previous }: ConnectionSecret): readonly string[] {
  return previous === undefined ? [current] : [current, previous];
}

/** The answer to a proof that does not hold. */
export function refused(likelyCause: string): Extract<Authentication, { kind: 'refused' }> {
  return { kind: 'refused', likelyCause };
}
