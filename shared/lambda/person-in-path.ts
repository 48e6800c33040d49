import { type EmailAddress, parseEmailAddress } from '../people/email-address.ts';
import type { HttpRequest } from './http-request.ts';
import { RefusedRequest } from './refused-request.ts';

/**
 * The person of a path `/people/{email}`.
 * @throws RefusedRequest (`not-found`) when what stands there is no mail address
 */
export function personInPath({ pathParameters }: Pick<HttpRequest, 'pathParameters'>): EmailAddress {
  // API Gateway decodes path parameters; a stand-in that does not is met here.
  const email = parseEmailAddress((pathParameters.get('email') ?? '').replace(/%40/, '@'));
  if (email !== undefined) return email;
  throw new RefusedRequest('not-found', 'A person is named by the mail address: /people/ada@corp.example.');
}
