import type { PersonChangeWithdrawn } from '#shared/events/people-commands.ts';
import { operatorEventSource } from '#shared/events/release-requested.ts';
import { type HttpResponse, jsonResponse } from '#shared/lambda/http-response.ts';
import { RefusedRequest } from '#shared/lambda/refused-request.ts';
import { decideCancel } from '#shared/people/operators/decide-cancel.ts';
import type { OperatorRequest, PeopleChangePorts } from './operator-request.ts';
import { personLink } from './person-link.ts';
import { presentChange } from './present-change.ts';

/** `POST /people/{email}/cancel`: what is planned for a person is forgotten. */
export async function cancelChange(asked: OperatorRequest, ports: PeopleChangePorts): Promise<HttpResponse> {
  const change = await presentChange(asked, ports);
  const decision = decideCancel(change);
  if (decision.kind === 'impossible') throw new RefusedRequest('not-possible-now', decision.reason);
  const { email } = change.request;
  const detail: PersonChangeWithdrawn = {
    version: 1,
    withdrawn: { by: 'person', email },
    requestedBy: asked.by,
    requestedAt: ports.clock.now().toISOString(),
  };
  await ports.events.publish([{ source: operatorEventSource, detailType: 'PersonChangeWithdrawn', detail }]);
  return jsonResponse(202, {
    status: 'accepted',
    changeId: change.changeId,
    links: { self: personLink(email) },
  });
}
