import type { PersonUndoRequested } from '#shared/events/people-commands.ts';
import { operatorEventSource } from '#shared/events/release-requested.ts';
import { type HttpResponse, jsonResponse } from '#shared/lambda/http-response.ts';
import { RefusedRequest } from '#shared/lambda/refused-request.ts';
import { decideUndo } from '#shared/people/undo/decide-undo.ts';
import type { OperatorRequest, PeopleChangePorts } from './operator-request.ts';
import { personLink } from './person-link.ts';
import { presentChange } from './present-change.ts';

/** `POST /people/{email}/undo`: what an offboarding took away is given back. */
export async function undoChange(asked: OperatorRequest, ports: PeopleChangePorts): Promise<HttpResponse> {
  const now = ports.clock.now();
  const change = await presentChange(asked, ports);
  const decision = decideUndo(change, now);
  if (decision.kind === 'impossible') throw new RefusedRequest('not-possible-now', decision.reason);
  const {
    changeId,
    request: { email },
  } = change;
  const detail: PersonUndoRequested = {
    version: 1,
    email,
    changeId,
    requestedBy: asked.by,
    requestedAt: now.toISOString(),
  };
  await ports.events.publish([{ source: operatorEventSource, detailType: 'PersonUndoRequested', detail }]);
  return jsonResponse(202, { status: 'accepted', changeId, links: { self: personLink(email) } });
}
