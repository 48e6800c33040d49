import type { CredentialId } from './credential-id.ts';

/** Whether a credential was seen to work. */
export type Proof =
  | { readonly kind: 'works' }
  /** Refused, or not there. `message` is for a person and holds no secret. */
  | { readonly kind: 'fails'; readonly message: string }
  /** Nothing is known: its cloud could not be reached, or only another function may read it. */
  | { readonly kind: 'not-tried'; readonly reason: string };

/** What was seen of one credential, before anything is concluded from it. */
export interface CredentialObservation {
  readonly credential: CredentialId;
  readonly proof: Proof;
  /** When it ends by itself; left out when it never does, or when that is not known. */
  readonly expiresAt?: Date;
  /** When it was made or stored, whichever is known. */
  readonly createdAt?: Date;
  /** Scopes or roles that the configuration needs and the credential was seen not to have. */
  readonly missingScopes?: readonly string[];
  /** Needed scopes that only a writing call could prove. */
  readonly unprovedScopes?: readonly string[];
}
