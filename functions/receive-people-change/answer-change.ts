import { type HttpResponse, jsonResponse } from '#shared/lambda/http-response.ts';
import { batchIdOf } from '#shared/people/changes/batch-id.ts';
import type { AcceptedDelivery } from '#shared/people/intake/accept-change.ts';
import { askedForView } from '#shared/people/views/asked-for-view.ts';

/** Tells a sender as what its ticket or file was read. 200: there was nothing to do. */
export function answerChange(accepted: AcceptedDelivery): HttpResponse {
  switch (accepted.kind) {
    case 'requested':
      return jsonResponse(202, {
        requestId: accepted.requestId,
        status: 'accepted',
        readAs: askedForView(accepted.request),
        links: { self: `/people/${encodeURIComponent(accepted.request.email)}` },
      });
    case 'withdrawn':
      return jsonResponse(202, { status: 'withdrawn', ticket: accepted.ticket });
    case 'idle':
      return jsonResponse(200, { status: 'nothing-to-do', reason: accepted.reason });
    case 'file': {
      const { requestId, isRepeat, rows } = accepted;
      return jsonResponse(202, {
        requestId,
        status: 'accepted',
        duplicate: isRepeat,
        rows: { accepted: rows.accepted, idle: rows.idle, refused: rows.refused },
        refused: rows.refusals,
        links: { self: `/people/batches/${batchIdOf(requestId)}` },
      });
    }
  }
}
