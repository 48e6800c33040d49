import type { CredentialId } from './credential-id.ts';

/** A look that broke by itself, by no fault of the credential: a missing grant, a mistake of ours. */
export interface BrokenCheck {
  readonly credential: CredentialId;
  readonly error: unknown;
}
