import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';
import { RefusedInput } from '#shared/errors/refused-input.ts';
import type { HttpRequest } from '#shared/lambda/http-request.ts';
import { type HttpResponse, jsonResponse } from '#shared/lambda/http-response.ts';
import { RefusedRequest } from '#shared/lambda/refused-request.ts';
import { onboardingIdOf } from '#shared/organisations/onboarding/onboarding-id.ts';
import type { StepJournal } from '#shared/organisations/onboarding/step-journal.ts';
import type { OnboardingRecords } from '#shared/organisations/orders/onboarding-record.ts';
import type { Organisation, OrganisationId } from '#shared/organisations/organisation.ts';
import type { OrganisationRegistry } from '#shared/organisations/organisation-registry.ts';
import type { Subscriptions } from '#shared/organisations/subscriptions.ts';
import { knownOrganisations } from '#shared/organisations/views/known-organisations.ts';
import {
  type ConfiguredOrganisations,
  organisationLine,
  organisationView,
} from '#shared/organisations/views/organisation-view.ts';

export interface OrganisationQueryPorts {
  readonly registry: Pick<OrganisationRegistry, 'all' | 'named' | 'own'>;
  within(organisation: OrganisationId): { readonly subscriptions: Pick<Subscriptions, 'list'> };
  readonly records: Pick<OnboardingRecords, 'find' | 'all'>;
  readonly journal: Pick<StepJournal, 'read'>;
  readonly configured: ConfiguredOrganisations;
  /** Every key of `organisations` in the configuration. */
  readonly configuredNames: readonly string[];
}

type Answer = (request: HttpRequest, ports: OrganisationQueryPorts) => Promise<HttpResponse>;

const answers: Readonly<Record<string, Answer>> = {
  'GET /organisations': answerOrganisations,
  'GET /organisations/{name}': answerOrganisation,
  'GET /subscriptions': answerSubscriptions,
};

/**
 * The operator's questions: which organisations there are, how far one is, and what was sold to it. What the platform
 * refuses is told with the platform's reason, since the caller is who can mend it.
 */
export async function answerOrganisationQuery(
  request: HttpRequest,
  ports: OrganisationQueryPorts,
): Promise<HttpResponse> {
  const { routeKey = '' } = request;
  const answer = Object.hasOwn(answers, routeKey) ? answers[routeKey] : undefined;
  if (answer === undefined) {
    throw new RefusedRequest(
      'not-found',
      `There is nothing at this address; one of ${Object.keys(answers).join(', ')}.`,
    );
  }
  try {
    return await answer(request, ports);
  } catch (error) {
    if (error instanceof RefusedRequest) throw error;
    if (!(error instanceof ConfigurationProblem || error instanceof RefusedInput)) throw error;
    throw new RefusedRequest('not-possible-now', error.message, { cause: error });
  }
}

async function answerOrganisations(
  _request: HttpRequest,
  { registry, records, configured }: OrganisationQueryPorts,
): Promise<HttpResponse> {
  const [{ organisations, isComplete }, asked] = await Promise.all([registry.all(), records.all()]);
  const known = knownOrganisations(organisations, asked);
  return jsonResponse(200, {
    organisations: known.map((one) => organisationLine(one, configured)),
    isComplete,
  });
}

async function answerOrganisation(
  request: HttpRequest,
  ports: OrganisationQueryPorts,
): Promise<HttpResponse> {
  const name = nameInPath(request);
  const onboarding = onboardingIdOf(name);
  const [organisation, record, steps] = await Promise.all([
    organisationNamed(name, ports),
    ports.records.find(onboarding),
    ports.journal.read(onboarding),
  ]);
  if (!organisation && !record) throw noSuchOrganisation(name);
  const known = { name: organisation?.name ?? record?.name ?? name, organisation, record, steps };
  return jsonResponse(200, organisationView(known, ports.configured, ports.configuredNames));
}

async function answerSubscriptions(
  { queryParameters }: HttpRequest,
  ports: OrganisationQueryPorts,
): Promise<HttpResponse> {
  const name = queryParameters.get('organisation');
  const organisation = name === undefined ? await ports.registry.own() : await organisationNamed(name, ports);
  if (!organisation) throw noSuchOrganisation(name ?? '');
  const subscriptions = await ports.within(organisation.id).subscriptions.list();
  return jsonResponse(200, { organisation, subscriptions });
}

/** @throws ConfigurationProblem when several have the name */
async function organisationNamed(
  name: string,
  { registry }: Pick<OrganisationQueryPorts, 'registry'>,
): Promise<Organisation | undefined> {
  const { organisations } = await registry.named(name);
  const [found, another] = organisations;
  if (!another) return found;
  throw new ConfigurationProblem(
    `There are ${organisations.length} organisations named ${name} (${organisations.map(({ id }) => id).join(', ')}). Rename all but one in the console.`,
  );
}

function nameInPath({ pathParameters }: Pick<HttpRequest, 'pathParameters'>): string {
  const text = pathParameters.get('name') ?? '';
  try {
    // API Gateway decodes path parameters; a stand-in that does not is met here.
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function noSuchOrganisation(name: string): RefusedRequest {
  return new RefusedRequest(
    'not-found',
    `The manager organisation sees no organisation ${name}, and none was asked for by that name. What was just sent appears within some seconds.`,
  );
}
