import type { HttpRequest } from '#shared/lambda/http-request.ts';
import type { HttpResponse } from '#shared/lambda/http-response.ts';
import { RefusedRequest } from '#shared/lambda/refused-request.ts';
import { askForChange } from './ask-for-change.ts';
import { cancelChange } from './cancel-change.ts';
import { decideBatch } from './decide-batch.ts';
import type { OperatorRequest, PeopleChangePorts } from './operator-request.ts';
import { undoChange } from './undo-change.ts';

type Answer = (request: OperatorRequest, ports: PeopleChangePorts) => Promise<HttpResponse>;

const answers: Readonly<Record<string, Answer>> = {
  'POST /people': askForChange,
  'POST /people/{email}/cancel': cancelChange,
  'POST /people/{email}/undo': undoChange,
  'POST /people/batches/{batchId}/approve': (request, ports) => decideBatch('approved', request, ports),
  'POST /people/batches/{batchId}/reject': (request, ports) => decideBatch('rejected', request, ports),
};

const longestCaller = 250;

/**
 * Takes an operator's wish. It looks how things stand, to refuse with words what cannot be done, and leaves the doing to
 * the planner, who looks again: two who ask at once do no harm.
 * @throws RefusedRequest that says why not
 */
export async function answerPeopleChange(
  request: HttpRequest,
  ports: PeopleChangePorts,
): Promise<HttpResponse> {
  const { routeKey = '', awsCallerArn } = request;
  const answer = Object.hasOwn(answers, routeKey) ? answers[routeKey] : undefined;
  if (answer === undefined) {
    throw new RefusedRequest(
      'not-found',
      `There is nothing at this address; one of ${Object.keys(answers).join(', ')}.`,
    );
  }
  if (awsCallerArn === undefined) {
    throw new RefusedRequest('not-authenticated', 'Sign the request as an IAM identity of this AWS account.');
  }
  return answer({ ...request, by: awsCallerArn.slice(0, longestCaller) }, ports);
}
