import { credentialIdText } from './credential-id.ts';
import type { CredentialLimits } from './credential-limits.ts';
import type { CredentialObservation } from './credential-observation.ts';
import type { CredentialHealth, CredentialRisk } from './health-report.ts';
import { renewalStep, replacementStep } from './next-step.ts';

const millisecondsPerDay = 86_400_000;

const worksByProof = { works: 'yes', fails: 'no', 'not-tried': 'unknown' } as const;

/** Concludes from what was seen of a credential whether it works, how long it lasts, and what a person must do. */
export function assessCredential(
  observation: CredentialObservation,
  limits: CredentialLimits,
  now: Date,
): CredentialHealth {
  const { credential, proof, expiresAt, createdAt } = observation;
  const daysLeft = expiresAt && inDays(expiresAt.getTime() - now.getTime());
  const ageDays = createdAt && inDays(now.getTime() - createdAt.getTime());
  const facts = { ...observation, daysLeft, ageDays, hasEnded: expiresAt !== undefined && expiresAt <= now };
  return {
    ...credential,
    works: worksByProof[proof.kind],
    ...(proof.kind === 'fails' && { explanation: proof.message }),
    ...(proof.kind === 'not-tried' && { explanation: proof.reason }),
    ...(expiresAt && { expiresAt: expiresAt.toISOString() }),
    ...(daysLeft !== undefined && { daysLeft }),
    ...(ageDays !== undefined && { ageDays }),
    missingScopes: [...(observation.missingScopes ?? [])],
    unprovedScopes: [...(observation.unprovedScopes ?? [])],
    risks: [failureRisk(facts), endRisk(facts, limits), scopeRisk(facts), ageRisk(facts, limits)].filter(
      (risk) => risk !== undefined,
    ),
  };
}

interface Facts extends CredentialObservation {
  readonly daysLeft: number | undefined;
  readonly ageDays: number | undefined;
  readonly hasEnded: boolean;
}

function failureRisk({ credential, proof }: Facts): CredentialRisk | undefined {
  if (proof.kind !== 'fails') return undefined;
  return {
    risk: 'does-not-work',
    message: `${credentialIdText(credential)} does not work: ${proof.message}`,
  };
}

function endRisk(
  { credential, daysLeft, hasEnded }: Facts,
  limits: CredentialLimits,
): CredentialRisk | undefined {
  const id = credentialIdText(credential);
  if (hasEnded) return { risk: 'expired', message: `${id} has expired. ${renewalStep(credential)}` };
  if (daysLeft === undefined) return undefined;
  const reached = limits.warnAtDaysLeft.findLast((step) => daysLeft <= step);
  if (reached === undefined) return undefined;
  return {
    risk: 'expires-soon',
    message: `${id} ends in ${daysLeft} days. ${replacementStep(credential, limits.replacedBy)}`,
    reachedDaysLeft: reached,
  };
}

function scopeRisk({ credential, missingScopes = [] }: Facts): CredentialRisk | undefined {
  if (missingScopes.length === 0) return undefined;
  return {
    risk: 'lacks-scopes',
    message: `${credentialIdText(credential)} lacks what the configuration needs: ${missingScopes.join(', ')}. ${renewalStep(credential)}`,
  };
}

function ageRisk({ credential, ageDays }: Facts, limits: CredentialLimits): CredentialRisk | undefined {
  const limit = limits.tooOldAfterDays;
  if (ageDays === undefined || limit === undefined || ageDays <= limit) return undefined;
  return {
    risk: 'too-old',
    message: `${credentialIdText(credential)} is ${Math.floor(ageDays)} days old; it should be replaced within ${limit}. ${replacementStep(credential, limits.replacedBy)}`,
  };
}

/** Rounded down to two decimals, a quarter of an hour: a report never promises more than there is. */
function inDays(milliseconds: number): number {
  return Math.floor((milliseconds / millisecondsPerDay) * 100) / 100;
}
