import { type RotationRequest, rotationAnswerSchema } from '#shared/credentials/rotation-request.ts';
import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';
import { GiveUp } from '#shared/errors/give-up.ts';
import { RetryLater } from '#shared/errors/retry-later.ts';
import type { FunctionName } from '#shared/lambda/environment.ts';
import { invokeFunction } from '../../invoke-function.ts';
import { WrongUsage } from '../../wrong-usage.ts';
import type { RunRotation } from './run-rotation.ts';

type Rotator = Extract<
  FunctionName,
  'rotate-secure-access-key' | 'rotate-firewall-manager-token' | 'rotate-log-bucket-key'
>;

/**
 * A rotation by the function that does it daily when due, now without being due.
 * @param setting what has to be configured for an organisation to have it, below `organisations.<name>`
 */
export function rotateNow(name: Rotator, setting: string): RunRotation {
  return async ({ id, organisation }, stack) => {
    if (id.kind === 'secure-access-api-key' && !organisation.secureAccess.keyRotation) {
      throw new WrongUsage(
        `A person replaces this key, since organisations.${id.organisation}.${setting} is not configured. Make a new one in the console and store it: npm run cli -- credentials set ${id.organisation}/${id.kind}`,
      );
    }
    const request: RotationRequest = { organisation: id.organisation, force: true };
    const { organisations } = await invokeFunction(stack, name, request, rotationAnswerSchema);
    const outcome = organisations[id.organisation];
    switch (outcome?.kind) {
      case 'rotated':
        return `replaced, and the new one works${outcome.expiresAt ? ` until ${outcome.expiresAt}` : ''}`;
      case 'kept':
        return outcome.reason === 'former-key-in-use'
          ? 'kept: the key before this one is still in use by tokens that were minted with it; try again in an hour'
          : 'kept: it is not due';
      case 'overtaken':
        return 'somebody else has stored one meanwhile; theirs is in use';
      case 'configuration-problem':
        throw new ConfigurationProblem(outcome.message);
      case 'retry-later':
        throw new RetryLater(outcome.message, { retryAfterSeconds: outcome.retryAfterSeconds });
      case undefined:
        throw new GiveUp(`${name} did not say what became of it; its log does.`);
    }
  };
}
