import { personInPath } from '#shared/lambda/person-in-path.ts';
import { RefusedRequest } from '#shared/lambda/refused-request.ts';
import type { PersonChange } from '#shared/people/changes/person-change.ts';
import type { OperatorRequest, PeopleChangePorts } from './operator-request.ts';

/**
 * The present change of the person in the path.
 * @throws RefusedRequest (`not-found`) when nothing was ever asked for them
 */
export async function presentChange(
  request: OperatorRequest,
  { changes }: PeopleChangePorts,
): Promise<PersonChange> {
  const email = personInPath(request);
  const change = await changes.find(email);
  if (change) return change;
  throw new RefusedRequest(
    'not-found',
    `Nothing was ever asked for ${email}, so there is nothing to change.`,
  );
}
