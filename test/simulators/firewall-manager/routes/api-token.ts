import { randomUUID } from 'node:crypto';
import { type Answer, created } from '../../http/answer.ts';
import type { ApiRequest } from '../../http/api-request.ts';
import { jsonWebToken } from '../../http/json-web-token.ts';
import type { PathParameters } from '../../http/route.ts';
import { apiTokenClaims } from '../api-token-claims.ts';
import type { Cloud } from '../cloud.ts';
import { decideGenerate } from '../decide-generate.ts';
import { serviceError } from '../errors.ts';
import type { Caller, Route } from '../route.ts';

const apiToken = '/v1/users/{apiUserUid}/apiToken';

/** What a super-admin can do about the token of an API-only user. Both answer 201. */
export const apiTokenRoutes: readonly Route[] = [
  { method: 'POST', template: `${apiToken}/generate`, callers: 'super-admins', handle: generate },
  { method: 'POST', template: `${apiToken}/revoke`, callers: 'super-admins', handle: revoke },
];

const notApiOnly = 'The uid is not that of an API-only user';

function generate(
  _request: ApiRequest,
  cloud: Cloud,
  { apiUserUid = '' }: PathParameters,
  caller: Caller,
): Answer {
  const user = cloud.users.find(apiUserUid);
  if (!user?.apiOnlyUser) return serviceError(400, notApiOnly);
  if (cloud.settings.generateForItself === 'refuses' && user.uid === caller.user.uid) {
    return serviceError(403, 'A user cannot generate its own token');
  }
  const generation = decideGenerate(cloud.tokens.liveOf(user.uid).at(-1)?.token, cloud.settings);
  switch (generation.kind) {
    case 'refused':
      return serviceError(400, generation.message);
    case 'same':
      return created({ apiToken: generation.token });
    case 'another': {
      const now = cloud.clock.now();
      if (generation.liveTokensDie) cloud.tokens.revokeAllOf(user.uid, now);
      const token = jsonWebToken(apiTokenClaims(user, randomUUID(), cloud.settings));
      cloud.tokens.issue(user.uid, token, now);
      return created({ apiToken: token });
    }
  }
}

function revoke(_request: ApiRequest, cloud: Cloud, { apiUserUid = '' }: PathParameters): Answer {
  const user = cloud.users.find(apiUserUid);
  if (!user?.apiOnlyUser) return serviceError(400, notApiOnly);
  cloud.tokens.revokeAllOf(user.uid, cloud.clock.now());
  return created({ status: 'OK' });
}
