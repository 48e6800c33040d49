import type { CredentialKind } from '#shared/events/credential-events.ts';
import { findCredential } from '../credential-argument.ts';
import { exitCodes } from '../exit-codes.ts';
import type { RunSubcommand } from '../subcommand.ts';
import { WrongUsage } from '../wrong-usage.ts';
import { mintNow } from './rotations/mint-now.ts';
import { rotateNow } from './rotations/rotate-now.ts';
import { rotateSccToken } from './rotations/rotate-scc-token.ts';
import type { RunRotation } from './rotations/run-rotation.ts';

/** How each kind is replaced now; a sentence where nothing can replace it. */
const rotations: Record<CredentialKind, RunRotation | string> = {
  'secure-access-api-key': rotateNow('rotate-secure-access-key', 'secureAccess.keyRotation'),
  'secure-access-access-token': mintNow,
  'secure-access-key-admin-key': 'a key of type Key Admin is made by a person only',
  'log-bucket-key': rotateNow('rotate-log-bucket-key', 'secureAccess.logBucketKeyRotation'),
  // The access token's rotation refreshes the key; a refresh without a new access token does not exist.
  'scc-api-key': rotateSccToken,
  'scc-access-token': rotateSccToken,
  'firewall-manager-token': rotateNow('rotate-firewall-manager-token', 'firewallManager'),
  'xdr-client': 'an XDR client cannot replace itself; a person makes a new one',
};

/** Has a credential replaced now. */
export const rotateCommand: RunSubcommand = async ({ credential }, stack, { output }) => {
  const { id, text, organisation } = findCredential(credential, stack.configuration);
  const rotation = rotations[id.kind];
  if (typeof rotation === 'string') {
    throw new WrongUsage(
      `${text} cannot be rotated: ${rotation}. Store it with: npm run cli -- credentials set ${text}`,
    );
  }
  const outcome = await rotation({ id, organisation }, stack);
  output.write(`${text}: ${outcome}\n`);
  return exitCodes.done;
};
