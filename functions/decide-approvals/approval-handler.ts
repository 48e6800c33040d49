import { MetricUnit } from '@aws-lambda-powertools/metrics';
import type { DecisionResult } from '#shared/approvals/decide-held-parts.ts';
import { httpHandler } from '#shared/lambda/http-handler.ts';
import type { Observability } from '#shared/lambda/middleware-stack.ts';
import { answerOperator } from './answer-operator.ts';
import { answerPage, type PagePorts } from './answer-page.ts';
import { pageResponse } from './page/page.ts';

/** The handler of both ways to decide, with everything that touches the world as a port. */
export function createApprovalHandler(ports: Omit<PagePorts, 'onDecision' | 'onFailure'> & Observability) {
  const { logger, metrics } = ports;

  return httpHandler(ports, async (request) => {
    const token = request.pathParameters.get('token');
    if (token === undefined) return answerOperator(request, { ...ports, onDecision });
    const page = await answerPage(request, token, { ...ports, onDecision, onFailure });
    if (page.statusCode >= 400) {
      logger.warn('Approval page refused', { status: page.statusCode, problem: page.title });
    }
    return pageResponse(page, request.method);
  });

  function onDecision(result: Extract<DecisionResult, { kind: 'stands' | 'not-passed-on' }>) {
    const [{ decision }] = result.parts;
    logger.info('Held indicators decided', {
      requestId: decision.requestId,
      decision: decision.decision,
      decidedBy: decision.decidedBy,
      through: decision.through,
      parts: result.parts.map(({ outcome }) => outcome.part),
      isPassedOn: result.kind === 'stands',
    });
    metrics.addMetric(
      decision.decision === 'approve' ? 'ApprovalsGiven' : 'ApprovalsRefused',
      MetricUnit.Count,
      1,
    );
    if (result.kind === 'not-passed-on') onFailure(result.cause);
  }

  function onFailure(error: unknown) {
    logger.error('A decision failed', { error });
    metrics.addMetric('RequestsFailed', MetricUnit.Count, 1);
  }
}
