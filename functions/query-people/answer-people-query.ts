import type { OrganisationName } from '#shared/config/names.ts';
import { batchInPath } from '#shared/lambda/batch-in-path.ts';
import type { HttpRequest } from '#shared/lambda/http-request.ts';
import { type HttpResponse, jsonResponse } from '#shared/lambda/http-response.ts';
import { personInPath } from '#shared/lambda/person-in-path.ts';
import { RefusedRequest } from '#shared/lambda/refused-request.ts';
import type { PeopleChanges } from '#shared/people/changes/people-changes.ts';
import type { RecordedBatches } from '#shared/people/changes/recorded-batch.ts';
import { heldInBatch } from '#shared/people/operators/held-in-batch.ts';
import type { StepJournal } from '#shared/people/steps/step-journal.ts';
import { batchView } from '#shared/people/views/batch-view.ts';
import { changeView } from '#shared/people/views/change-view.ts';
import { peoplePage } from '#shared/people/views/people-page.ts';
import { personView } from '#shared/people/views/person-view.ts';
import { nextPageLink, peopleQuestion } from './people-question.ts';

export interface PeopleQueryPorts {
  readonly changes: Pick<PeopleChanges, 'find' | 'history' | 'all'>;
  readonly batches: Pick<RecordedBatches, 'find'>;
  readonly journal: Pick<StepJournal, 'read'>;
  /** In which joiners and leavers are worked on. */
  readonly organisations: readonly OrganisationName[];
}

/** The operator's questions: who joins and leaves, what of one person is done, and what became of a file or ticket. */
export async function answerPeopleQuery(
  request: HttpRequest,
  ports: PeopleQueryPorts,
): Promise<HttpResponse> {
  if (request.pathParameters.has('batchId')) return answerBatch(request, ports);
  return request.pathParameters.has('email') ? answerPerson(request, ports) : answerPeople(request, ports);
}

async function answerPeople(
  { queryParameters }: HttpRequest,
  { changes }: PeopleQueryPorts,
): Promise<HttpResponse> {
  const question = peopleQuestion(queryParameters);
  const page = await peoplePage(question, changes);
  return jsonResponse(200, {
    people: page.changes.map(changeView),
    ...(page.next && { links: { next: nextPageLink(question, page.next) } }),
  });
}

async function answerPerson(
  request: HttpRequest,
  { changes, journal, organisations }: PeopleQueryPorts,
): Promise<HttpResponse> {
  const email = personInPath(request);
  const change = await changes.find(email);
  if (!change) {
    throw new RefusedRequest(
      'not-found',
      `Nothing was ever asked for ${email}. What was just sent appears within some seconds; a file or ticket that was refused stands in its batch.`,
    );
  }
  const [history, records] = await Promise.all([changes.history(email), journal.read(change.changeId)]);
  return jsonResponse(200, personView(change, { history, records, organisations }));
}

async function answerBatch(
  request: HttpRequest,
  { batches, changes }: PeopleQueryPorts,
): Promise<HttpResponse> {
  const batchId = batchInPath(request);
  const batch = await batches.find(batchId);
  if (!batch) {
    throw new RefusedRequest(
      'not-found',
      `There is no batch ${batchId}. What was just sent appears within some seconds.`,
    );
  }
  return jsonResponse(200, batchView(batch, await heldInBatch(batchId, changes)));
}
