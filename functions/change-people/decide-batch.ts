import { z } from 'zod';
import { type HeldPeopleDecided, heldPeopleDecidedSchema } from '#shared/events/people-commands.ts';
import { operatorEventSource } from '#shared/events/release-requested.ts';
import { batchInPath } from '#shared/lambda/batch-in-path.ts';
import { type HttpResponse, jsonResponse } from '#shared/lambda/http-response.ts';
import { RefusedRequest } from '#shared/lambda/refused-request.ts';
import type { BatchId } from '#shared/people/changes/batch-id.ts';
import type { RecordedBatch } from '#shared/people/changes/recorded-batch.ts';
import { heldInBatch } from '#shared/people/operators/held-in-batch.ts';
import { describeMismatch } from '#shared/webhooks/parsers/describe-mismatch.ts';
import type { OperatorRequest, PeopleChangePorts } from './operator-request.ts';
import { requestJson } from './request-json.ts';

type Verdict = HeldPeopleDecided['verdict'];

const bodySchema = z.strictObject({ emails: heldPeopleDecidedSchema.shape.emails });

/** `POST /people/batches/{batchId}/approve` and `/reject`: about all who are held, or about some of them. */
export async function decideBatch(
  verdict: Verdict,
  asked: OperatorRequest,
  { batches, changes, events, clock }: PeopleChangePorts,
): Promise<HttpResponse> {
  const batchId = batchInPath(asked);
  const emails = emailsIn(asked);
  const batch = await batches.find(batchId);
  if (!batch) throw new RefusedRequest('not-found', `There is no batch ${batchId}.`);
  const held = new Set((await heldInBatch(batchId, changes)).map(({ request }) => request.email));
  if (held.size === 0) throw nothingHeld(batch, verdict);
  const others = (emails ?? []).filter((email) => !held.has(email));
  if (others.length > 0) throw notHeld(batchId, others);

  const detail: HeldPeopleDecided = {
    version: 1,
    batchId,
    verdict,
    ...(emails && { emails }),
    decidedBy: asked.by,
    decidedAt: clock.now().toISOString(),
  };
  await events.publish([{ source: operatorEventSource, detailType: 'HeldPeopleDecided', detail }]);
  return jsonResponse(202, {
    status: 'accepted',
    batchId,
    verdict,
    people: emails?.length ?? held.size,
    links: { self: `/people/batches/${batchId}` },
  });
}

/** An empty body is about everybody. */
function emailsIn(asked: OperatorRequest): HeldPeopleDecided['emails'] {
  if (asked.body.text === '') return undefined;
  const body = bodySchema.safeParse(requestJson(asked));
  if (body.success) return body.data.emails && [...new Set(body.data.emails)];
  throw new RefusedRequest(
    'not-understood',
    `The body is not what is expected here: ${describeMismatch(body.error)}. Send { "emails": ["ada@corp.example"] }, or nothing to decide about all who are held.`,
  );
}

function nothingHeld({ batchId, decision }: RecordedBatch, verdict: Verdict): RefusedRequest {
  if (decision && decision.verdict !== verdict) {
    return new RefusedRequest(
      'decided-otherwise',
      `${decision.by} ${decision.verdict} it at ${decision.at.toISOString()}. ${
        decision.verdict === 'approved'
          ? 'Cancel, or undo, person by person: POST /people/{email}/cancel.'
          : 'Send the file or ticket again to have it decided anew.'
      }`,
    );
  }
  return new RefusedRequest(
    'nothing-held',
    decision
      ? `${decision.by} ${decision.verdict} it at ${decision.at.toISOString()}, and nobody of it is held any more.`
      : `Nobody of ${batchId} is held: GET /people/batches/${batchId} tells what became of it.`,
  );
}

const mostNamed = 10;

function notHeld(batchId: BatchId, emails: readonly string[]): RefusedRequest {
  const named = emails.slice(0, mostNamed).join(', ');
  const more = emails.length > mostNamed ? ` and ${emails.length - mostNamed} more` : '';
  return new RefusedRequest(
    'nothing-held',
    `Not held in ${batchId}: ${named}${more}. Nothing was decided. GET /people/batches/${batchId} tells who is.`,
  );
}
