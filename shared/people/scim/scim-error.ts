import type { ScimErrorType } from './scim-refusal.ts';

/**
 * The body of a refusal, which providers show to their administrators.
 * @see https://www.rfc-editor.org/rfc/rfc7644#section-3.12
 */
export function scimError(status: number, detail: string, scimType?: ScimErrorType): object {
  return {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
    status: String(status),
    ...(scimType !== undefined && { scimType }),
    detail,
  };
}
