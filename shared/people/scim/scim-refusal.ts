import { RefusedInput } from '../../errors/refused-input.ts';

/** @see https://www.rfc-editor.org/rfc/rfc7644#section-3.12 */
export type ScimErrorType = 'invalidFilter' | 'uniqueness' | 'invalidSyntax' | 'invalidValue';

/** A SCIM request that is refused; the provider shows status and message to its administrators. */
export class ScimRefusal extends RefusedInput {
  readonly status: 400 | 404 | 405 | 409;
  readonly scimType: ScimErrorType | undefined;

  constructor(status: ScimRefusal['status'], message: string, scimType?: ScimErrorType) {
    super(message);
    this.status = status;
    this.scimType = scimType;
  }
}

/** No user has the id in the path. */
export function noSuchUser(): ScimRefusal {
  return new ScimRefusal(404, 'No user has this id. Create the user first.');
}
