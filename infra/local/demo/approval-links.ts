import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { signApprovalLink } from '#shared/approvals/link-token.ts';
import { signingKeysSchema } from '#shared/approvals/signing-keys.ts';
import { secretNames } from '#shared/aws/secret-names.ts';
import { secretsManagerReader } from '#shared/aws/secrets-manager-reader.ts';
import { stageNameSchema } from '#shared/config/names.ts';
import type { RequestId } from '#shared/requests/request-id.ts';
import type { LocalSystem } from '../local-system.ts';

/** The address of the page on which a person decides about a small request. */
export type ApprovalLinkOf = (requestId: RequestId) => string;

const validMilliseconds = 3_600_000;

/**
 * Makes links as the messages to people hold them, which nobody gets on this machine.
 * @throws ConfigurationProblem when the deployed stack has no key to sign with
 */
export async function approvalLinks({
  stack,
  emulator,
}: Pick<LocalSystem, 'stack' | 'emulator'>): Promise<ApprovalLinkOf> {
  const { endpoint, region, credentials } = emulator;
  const secrets = secretsManagerReader(new SecretsManagerClient({ endpoint, region, credentials }));
  const name = secretNames.approvalSigningKey(stageNameSchema.parse('local'));
  const { value: keys } = await secrets.read(name, signingKeysSchema);
  return (requestId) => {
    const expiresAt = new Date(Date.now() + validMilliseconds);
    return `${stack.apiUrl}/approvals/${signApprovalLink({ requestId, parts: [0], expiresAt }, keys.current)}`;
  };
}
