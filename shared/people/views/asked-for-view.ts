import type { LifecycleRequest } from '../lifecycle/lifecycle-request.ts';

/** What was asked for, as our answers show it. */
export interface AskedForView {
  readonly kind: LifecycleRequest['kind'];
  readonly email: string;
  /** Only where the address was made from the name: somebody else may have it. */
  readonly emailOrigin?: 'derived';
  readonly name?: LifecycleRequest['name'];
  readonly immediate: boolean;
  /** When it is due. */
  readonly dueAt: string;
  readonly timeZone?: string;
  readonly profile?: string;
  readonly departure?: string;
  readonly ticket?: string;
  readonly requestedBy?: string;
}

export function askedForView(request: LifecycleRequest): AskedForView {
  const { kind, email, emailOrigin, name, effective, ticket, requester } = request;
  return {
    kind,
    email,
    ...(emailOrigin === 'derived' && { emailOrigin }),
    ...(name && { name }),
    ...(effective.kind === 'immediate'
      ? { immediate: true, dueAt: effective.since.toISOString() }
      : { immediate: false, dueAt: effective.at.toISOString(), timeZone: effective.timeZone }),
    ...(request.kind === 'onboard' ? { profile: request.profile } : { departure: request.departure }),
    ...(ticket !== undefined && { ticket }),
    ...(requester !== undefined && { requestedBy: requester }),
  };
}
