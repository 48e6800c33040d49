import type { Organisation } from '#shared/config/organisation.ts';
import type { CredentialId } from '#shared/credentials/health/credential-id.ts';
import type { TargetStack } from '../../target-stack.ts';

/**
 * Replaces a credential and says in words what became of it.
 * @throws AutomationError when it was not replaced; the message says what to do
 */
export type RunRotation = (
  credential: { readonly id: CredentialId; readonly organisation: Organisation },
  stack: TargetStack,
) => Promise<string>;
