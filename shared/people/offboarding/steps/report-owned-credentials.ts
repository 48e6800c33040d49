import { ConfigurationProblem } from '../../../errors/configuration-problem.ts';
import type { EmailAddress } from '../../email-address.ts';
import type { OwnedCredential } from '../../owned-credentials.ts';
import { amountOf } from '../amount-of.ts';
import type { OffboardingStep } from '../leaver.ts';
import { listed } from '../listed.ts';
import type { CredentialPlace } from '../offboarding-places.ts';

/**
 * Names the machines' credentials that the person made, and what breaks with them. Nothing is revoked. What cannot be
 * listed keeps nobody in, so that it is said and leaves nothing open.
 */
export const reportOwnedCredentials: OffboardingStep = async ({ email, places: { ownedCredentials } }) => {
  const reports: Report[] = [];
  for (const place of ownedCredentials) reports.push(await reportOn(place, email));
  return {
    result: reports.some(({ wasListed }) => wasListed) ? 'done' : 'not-needed',
    summary: reports.map(({ text }) => text).join('; ') || 'nothing is configured that has credentials',
  };
};

interface Report {
  readonly wasListed: boolean;
  readonly text: string;
}

async function reportOn({ what, credentials }: CredentialPlace, email: EmailAddress): Promise<Report> {
  if (credentials === 'look-by-hand') {
    return { wasListed: false, text: `${what} do not tell whose they are: look at them in the console` };
  }
  try {
    const owned = await credentials.ownedBy(email);
    if (owned.length === 0) return { wasListed: true, text: `${what}: none is the person's` };
    const text = `${what}: ${amountOf(owned.length, 'credential')} may stop working with the person: ${listed(owned.map(described))}`;
    return { wasListed: true, text };
  } catch (error) {
    if (!(error instanceof ConfigurationProblem)) throw error;
    return { wasListed: false, text: `${what} could not be looked at: ${error.message}` };
  }
}

function described({ name, id, allows, lastUsedAt }: OwnedCredential): string {
  const used = lastUsedAt ? `last used on ${lastUsedAt.toISOString().slice(0, 10)}` : 'never seen in use';
  return `${name || id} (${used}; ${allows.join(', ') || 'no scope'})`;
}
