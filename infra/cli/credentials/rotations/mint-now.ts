import { invokedTokenMinter } from '#shared/aws/invoked-token-minter.ts';
import { listSecretVersions } from '#shared/aws/secret-version-list.ts';
import { credentialSecretName } from '#shared/credentials/health/credential-secret-name.ts';
import { resourceName } from '../../../constructs/resource-name.ts';
import type { RunRotation } from './run-rotation.ts';

/** Mints a Secure Access token although the stored one is good: naming it as refused makes the minter replace it. */
export const mintNow: RunRotation = async ({ id }, stack) => {
  const { stage } = stack.configuration;
  const versions = await listSecretVersions(stack.secrets, credentialSecretName(stage, id));
  const current = versions.find(({ labels }) => labels.includes('AWSCURRENT'));
  const minter = invokedTokenMinter(stack.functions, resourceName(stage, 'mint-secure-access-token'));
  await minter.mint(id.organisation, current?.versionId);
  return 'replaced by a token minted just now';
};
