import {
  type DecidedPart,
  type DecisionPorts,
  type DecisionResult,
  decideHeldParts,
} from '#shared/approvals/decide-held-parts.ts';
import { type DecisionKind, longestDeciderName } from '#shared/approvals/decision.ts';
import { RetryLater } from '#shared/errors/retry-later.ts';
import type { HttpRequest } from '#shared/lambda/http-request.ts';
import { type HttpResponse, jsonResponse } from '#shared/lambda/http-response.ts';
import { RefusedRequest } from '#shared/lambda/refused-request.ts';
import { requestIdSchema } from '#shared/requests/request-id.ts';

export interface OperatorPorts extends DecisionPorts {
  /** Hears of a decision that stands as it was asked for. */
  readonly onDecision: (result: Extract<DecisionResult, { kind: 'stands' | 'not-passed-on' }>) => void;
}

/** The routes on which operators decide, who have proved themselves to IAM. */
const decisionOfRoute: Readonly<Record<string, DecisionKind>> = {
  'POST /requests/{requestId}/approve': 'approve',
  'POST /requests/{requestId}/reject': 'reject',
};

/**
 * Decides about all that is held of a request, in the name of the caller.
 * @throws RefusedRequest (`not-found`, `nothing-held`, `decided-otherwise`)
 * @throws RetryLater when it was recorded and not passed on: the same call again passes it on
 */
export async function answerOperator(request: HttpRequest, ports: OperatorPorts): Promise<HttpResponse> {
  const { routeKey, pathParameters, awsCallerArn } = request;
  const decision = decisionOfRoute[routeKey ?? ''];
  const requestId = requestIdSchema.safeParse(pathParameters.get('requestId'));
  if (decision === undefined || !requestId.success) {
    throw new RefusedRequest(
      'not-found',
      'Decide with POST /requests/{requestId}/approve or /reject; a request id is req_ followed by 32 hexadecimal digits.',
    );
  }
  if (awsCallerArn === undefined) {
    throw new RefusedRequest('not-authenticated', 'A decision needs a caller whom IAM has believed.');
  }
  const result = await decideHeldParts(
    {
      requestId: requestId.data,
      decision,
      decidedBy: awsCallerArn.slice(0, longestDeciderName),
      through: 'operator-route',
    },
    ports,
  );
  switch (result.kind) {
    case 'stands':
      ports.onDecision(result);
      return jsonResponse(200, {
        requestId: requestId.data,
        decision,
        parts: result.parts.map(({ outcome }) => outcome.part),
        indicators: result.parts.reduce((sum, { indicators }) => sum + indicators.length, 0),
      });
    case 'not-passed-on':
      ports.onDecision(result);
      throw new RetryLater('The decision is recorded and was not passed on to the worker.', {
        cause: result.cause,
      });
    case 'unknown-request':
      throw new RefusedRequest(
        'not-found',
        `There is no request ${requestId.data}. Requests are kept for 90 days.`,
      );
    case 'nothing-held':
    case 'still-worked-on':
      throw new RefusedRequest(
        'nothing-held',
        `Nothing of ${requestId.data} is held. GET /requests/${requestId.data} tells what became of it; ask again if it is still pending.`,
      );
    case 'decided-otherwise':
      throw new RefusedRequest('decided-otherwise', decidedBefore(result.parts));
  }
}

function decidedBefore([{ decision }]: readonly [DecidedPart, ...DecidedPart[]]): string {
  const verdict = decision.decision === 'approve' ? 'approved' : 'rejected';
  const who = decision.through === 'link' ? `${decision.decidedBy}, who had the link,` : decision.decidedBy;
  return `${who} ${verdict} it at ${decision.decidedAt}, and the first decision stands. Nothing was changed. ${
    decision.decision === 'approve'
      ? `To undo it: POST /requests/${decision.requestId}/rollback.`
      : 'To block it all the same, send it in a new request and approve that.'
  }`;
}
