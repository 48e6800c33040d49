import type { CredentialKind } from '#shared/events/credential-events.ts';
import type { CredentialForm } from './credential-form.ts';
import { firewallManagerTokenForm } from './forms/firewall-manager-token.ts';
import { sccApiKeyForm } from './forms/scc-api-key.ts';
import { secureAccessApiKeyForm } from './forms/secure-access-api-key.ts';
import { secureAccessKeyAdminKeyForm } from './forms/secure-access-key-admin-key.ts';
import { xdrClientForm } from './forms/xdr-client.ts';

/** The credentials that people make. All others are made by functions. */
export const credentialForms: Partial<Record<CredentialKind, CredentialForm>> = {
  'secure-access-api-key': secureAccessApiKeyForm,
  'secure-access-key-admin-key': secureAccessKeyAdminKeyForm,
  'scc-api-key': sccApiKeyForm,
  'firewall-manager-token': firewallManagerTokenForm,
  'xdr-client': xdrClientForm,
};
