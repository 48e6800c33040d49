import type { OrganisationName } from '../../config/names.ts';
import type { CredentialKind } from '../../events/credential-events.ts';

/** One credential of a deployment. */
export interface CredentialId {
  readonly organisation: OrganisationName;
  readonly kind: CredentialKind;
}

/** How people name it: `main/scc-api-key`. */
export function credentialIdText({ organisation, kind }: CredentialId): string {
  return `${organisation}/${kind}`;
}
