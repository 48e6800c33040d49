import type { NonEmptyArray } from '../non-empty.ts';

/** An event on its way to the automation bus. `detail` must satisfy the schema of its `detailType`. */
export interface OutgoingEvent {
  readonly source: string;
  readonly detailType:
    | 'BlockRequested'
    | 'IocBlocked'
    | 'IocNotBlocked'
    | 'IocReleased'
    | 'ApprovalRequested'
    | 'ReleaseRequested'
    | 'EnrichRequested'
    | 'EnrichmentCompleted'
    | 'ListDrifted'
    | 'EnforcementChanged'
    | 'ListFilling'
    | 'DeploymentEnded'
    | 'OnboardRequested'
    | 'OffboardRequested'
    | 'PersonChangeWithdrawn'
    | 'PersonUndoRequested'
    | 'HeldPeopleDecided'
    | 'PeopleHeld'
    | 'PeopleRefused'
    | 'PersonChangeDue'
    | 'UserOnboarded'
    | 'OnboardingIncomplete'
    | 'UserOffboarded'
    | 'OffboardingIncomplete'
    | 'OffboardingUndone'
    | 'InvitationsOpen'
    | 'OrganisationOnboardRequested'
    | 'OrganisationOnboarded'
    | 'OrganisationOnboardingIncomplete'
    | 'CredentialAtRisk'
    | 'CredentialRotated';
  readonly detail: object;
}

/** The largest `detail` that is safe to publish, in bytes of its JSON; EventBridge takes 256 KB with envelope. */
export const largestEventDetailBytes = 180_000;

/** Puts events on the automation bus. */
export interface EventPublisher {
  /**
   * Resolves only when every event is durable on the bus.
   * @throws RetryLater when any of them was not taken; the caller then repeats all, which is harmless.
   */
  publish(events: NonEmptyArray<OutgoingEvent>): Promise<void>;
}
