import { ApiTokens } from '../../cisco/firewall-manager/api-tokens.ts';
import {
  type FirewallManagerSettings,
  firewallManagerBaseUrl,
} from '../../cisco/firewall-manager/base-url.ts';
import { storedFirewallManagerTokenSchema } from '../firewall-manager/stored-token.ts';
import { tokenProblems } from '../firewall-manager/token-problems.ts';
import type { CredentialId } from './credential-id.ts';
import type { CredentialObservation } from './credential-observation.ts';
import { credentialSecretName } from './credential-secret-name.ts';
import type { HealthPorts } from './health-ports.ts';
import { renewalStep } from './next-step.ts';
import { proofFromError } from './proof-from-error.ts';

/** Looks at the Firewall Manager token by asking whose it is: a revoked one looks the same until it is used. */
export async function observeFirewallManager(
  credential: CredentialId,
  settings: FirewallManagerSettings,
  ports: HealthPorts,
): Promise<CredentialObservation> {
  try {
    const secretName = credentialSecretName(ports.stage, credential);
    const { value } = await ports.secrets.read(secretName, storedFirewallManagerTokenSchema);
    const info = await new ApiTokens(ports.http, firewallManagerBaseUrl(settings)).describe(value.token);
    const problems = info ? tokenProblems(info, settings) : ['it was revoked or belongs to another region'];
    return {
      credential,
      proof:
        problems.length === 0
          ? { kind: 'works' }
          : { kind: 'fails', message: `${problems.join('; ')}. ${renewalStep(credential)}` },
      ...(value.createdAt && { createdAt: new Date(value.createdAt) }),
    };
  } catch (error) {
    return { credential, proof: proofFromError(error) };
  }
}
