import { AutomationError } from '../../errors/automation-error.ts';
import { ConfigurationProblem } from '../../errors/configuration-problem.ts';
import type { Proof } from './credential-observation.ts';

/**
 * What a failed try says about a credential: refused, or nothing.
 * @throws the error itself when it is none of ours: then the check is broken, not the credential
 */
export function proofFromError(error: unknown): Proof {
  if (error instanceof ConfigurationProblem) return { kind: 'fails', message: error.message };
  if (error instanceof AutomationError) return { kind: 'not-tried', reason: error.message };
  throw error;
}

/** Tries something that only a working credential can do. */
export async function proofOf(attempt: () => Promise<unknown>): Promise<Proof> {
  try {
    await attempt();
    return { kind: 'works' };
  } catch (error) {
    return proofFromError(error);
  }
}
