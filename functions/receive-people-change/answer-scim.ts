import type { DeploymentConfiguration } from '#shared/config/deployment-configuration.ts';
import type { HttpRequest } from '#shared/lambda/http-request.ts';
import type { HttpResponse } from '#shared/lambda/http-response.ts';
import { RefusedRequest } from '#shared/lambda/refused-request.ts';
import type { VerifiedDelivery } from '#shared/people/intake/verify-delivery.ts';
import type { Provider, ProvisionPorts } from '#shared/people/scim/pass-on.ts';
import {
  createUser,
  deleteUser,
  existingUser,
  patchUser,
  replaceUser,
} from '#shared/people/scim/provision.ts';
import { type ProvisionedId, provisionedIdSchema } from '#shared/people/scim/provisioned-user.ts';
import { noSuchUser, ScimRefusal } from '#shared/people/scim/scim-refusal.ts';
import { serviceDescription } from '#shared/people/scim/service-description.ts';
import { userList } from '#shared/people/scim/user-list.ts';
import { userLocation, userResource } from '#shared/people/scim/user-resource.ts';
import { jsonBody } from '#shared/webhooks/json-body.ts';
import { noContent, scimResponse } from './scim-response.ts';

export interface AnswerScimPorts extends ProvisionPorts {
  readonly configuration: Pick<DeploymentConfiguration, 'limits'>;
}

/** A request below the base address of a SCIM source, from a sender that was verified. */
interface ScimRequest extends Pick<HttpRequest, 'method' | 'queryParameters'> {
  /** Below the base address, without a slash at either end: `Users/0f1e…`. */
  readonly path: string;
  readonly delivery: VerifiedDelivery;
}

/**
 * Answers an identity provider.
 * @throws ScimRefusal or RefusedRequest, which the caller answers in SCIM's form.
 * @see https://www.rfc-editor.org/rfc/rfc7644#section-3.2
 */
export async function answerScim(request: ScimRequest, ports: AnswerScimPorts): Promise<HttpResponse> {
  const { path, method, delivery } = request;
  const { source } = delivery;
  if (source.kind !== 'scim') {
    throw new RefusedRequest(
      'not-found',
      `This source does not speak SCIM: its address is /people-sources/${delivery.name}.`,
    );
  }
  const provider = { ...delivery, source };
  if (path === 'Users') return answerUsers(request, provider, ports);
  if (path.startsWith('Users/')) return answerUser(path.slice('Users/'.length), request, provider, ports);
  if (method !== 'GET') throw methodNotAllowed(method, 'GET');
  return scimResponse(200, serviceDescription(path));
}

async function answerUsers(
  { method, queryParameters, delivery }: ScimRequest,
  provider: Provider,
  ports: AnswerScimPorts,
): Promise<HttpResponse> {
  switch (method) {
    case 'GET':
      return scimResponse(200, userList(await ports.users.all(provider.name), queryParameters));
    case 'POST': {
      const user = await createUser(bodyOf(delivery, ports), provider, ports);
      return scimResponse(201, userResource(user), { location: userLocation(user) });
    }
    default:
      throw methodNotAllowed(method, 'GET, POST');
  }
}

async function answerUser(
  idInPath: string,
  { method, delivery }: ScimRequest,
  provider: Provider,
  ports: AnswerScimPorts,
): Promise<HttpResponse> {
  const id = readId(idInPath);
  switch (method) {
    case 'GET':
      return scimResponse(200, userResource(await existingUser(id, provider, ports)));
    case 'PUT': {
      const user = await replaceUser(id, bodyOf(delivery, ports), provider, ports);
      return scimResponse(200, userResource(user));
    }
    case 'PATCH': {
      const user = await patchUser(id, bodyOf(delivery, ports), provider, ports);
      return scimResponse(200, userResource(user));
    }
    case 'DELETE':
      await deleteUser(id, provider, ports);
      return noContent;
    default:
      throw methodNotAllowed(method, 'GET, PUT, PATCH, DELETE');
  }
}

function readId(text: string): ProvisionedId {
  const id = provisionedIdSchema.safeParse(text).data;
  if (id === undefined) throw noSuchUser();
  return id;
}

function bodyOf({ body, headers }: VerifiedDelivery, { configuration }: AnswerScimPorts): unknown {
  return jsonBody(body, {
    contentType: headers.get('content-type'),
    deepestNesting: configuration.limits.jsonDepth,
  });
}

function methodNotAllowed(method: string, allowed: string): ScimRefusal {
  return new ScimRefusal(405, `${method} was sent; this address takes ${allowed}.`);
}
