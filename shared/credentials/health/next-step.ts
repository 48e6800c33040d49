import type { CredentialKind } from '../../events/credential-events.ts';
import type { FunctionName } from '../../lambda/environment.ts';
import { type CredentialId, credentialIdText } from './credential-id.ts';

/** Where each kind begins: with a person at a console, or with a function. */
const origins: Record<CredentialKind, { readonly console: string } | { readonly function: FunctionName }> = {
  'secure-access-api-key': {
    console:
      'Make a new API key in the console (Admin > API Keys) with the scopes that the configuration needs',
  },
  'secure-access-key-admin-key': {
    console:
      'Make a new key of type Key Admin in the console (Admin > API Keys) with the scopes admin.apikeys:read, admin.apikeys:create and admin.apikeys:delete',
  },
  'scc-api-key': {
    console:
      'Make a new API key in the Security Cloud Control console (Platform Management > API Keys) with the role Organization Administrator',
  },
  'firewall-manager-token': {
    console:
      'Refresh the token of one of the two API-only users in the Firewall Manager console (Settings > User Management)',
  },
  'xdr-client': {
    console:
      'Make a new API client in the XDR console (Administration > API Clients), as a user who stays, with the configured scopes',
  },
  'secure-access-access-token': { function: 'mint-secure-access-token' },
  'scc-access-token': { function: 'rotate-scc-token' },
  'log-bucket-key': { function: 'rotate-log-bucket-key' },
};

/** How to have a credential that works again: what to make, and the command that stores it. */
export function renewalStep(credential: CredentialId): string {
  const origin = origins[credential.kind];
  if ('function' in origin) return replacementStep(credential, origin.function);
  return `${origin.console}, and store it: npm run cli -- credentials set ${credentialIdText(credential)}`;
}

/** What to do about a credential that was not replaced in time by the function that does so, or by a person. */
export function replacementStep(credential: CredentialId, replacedBy: FunctionName | undefined): string {
  if (replacedBy === undefined) return renewalStep(credential);
  return `${replacedBy} should have replaced it, and its log says why it did not. To try now: npm run cli -- credentials rotate ${credentialIdText(credential)}`;
}
