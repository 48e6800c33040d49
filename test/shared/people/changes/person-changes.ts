import { deriveChangeId } from '#shared/people/changes/change-id.ts';
import type { ChangeStanding, PersonChange } from '#shared/people/changes/person-change.ts';
import { dueAt } from '#shared/people/lifecycle/effective-time.ts';
import type { LifecycleRequest } from '#shared/people/lifecycle/lifecycle-request.ts';
import { deriveRequestId } from '#shared/requests/request-id.ts';

/** A change as it was accepted a day before it is due; what a test is about is said by the test. */
export function personChange<Standing extends ChangeStanding>(
  request: LifecycleRequest,
  standing: Standing,
  own: Partial<PersonChange> = {},
): PersonChange<Standing> {
  const requestId =
    own.requestId ?? deriveRequestId('test', request.email, dueAt(request.effective).toISOString());
  return {
    changeId: deriveChangeId(requestId, request.email),
    requestId,
    source: 'hr',
    request,
    acceptedAt: new Date(dueAt(request.effective).getTime() - 86_400_000),
    revision: 0,
    ...own,
    standing,
  };
}

/** How a change stands that begins when it is due. */
export function plannedWhenDue({
  effective,
}: LifecycleRequest): Extract<ChangeStanding, { state: 'planned' }> {
  const startsAt = dueAt(effective);
  return { state: 'planned', startsAt, endsBy: new Date(startsAt.getTime() + 72_000) };
}
