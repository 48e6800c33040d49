import { ConfigurationProblem } from '../../errors/configuration-problem.ts';
import type { ChangeOutcome } from '../change-outcome.ts';
import type { StepResult } from '../working/step.ts';

/** Something that a profile names, and how it is given; it throws ConfigurationProblem when there is no such thing. */
export interface Grant {
  readonly name: string;
  give(): Promise<ChangeOutcome>;
}

/**
 * Gives one after the other. What cannot be given is told, and keeps nobody from the rest.
 * @param what in the plural: `groups`
 */
export async function grantEach(what: string, grants: readonly Grant[]): Promise<StepResult> {
  const given: string[] = [];
  const there: string[] = [];
  const problems: string[] = [];
  for (const { name, give } of grants) {
    const outcome = await refusalsInWords(give);
    if (outcome.result === 'refused') problems.push(`${name}: ${outcome.reason}`);
    else (outcome.result === 'changed' ? given : there).push(name);
  }
  const summary = [
    ...(given.length > 0 ? [`${what} given: ${given.join(', ')}`] : []),
    ...(there.length > 0 ? [`had before: ${there.join(', ')}`] : []),
    ...problems,
  ].join('; ');
  if (problems.length > 0) return { result: 'open', summary };
  return { result: given.length > 0 ? 'done' : 'already', summary };
}

async function refusalsInWords(give: Grant['give']): Promise<ChangeOutcome> {
  try {
    return await give();
  } catch (error) {
    if (error instanceof ConfigurationProblem) return { result: 'refused', reason: error.message };
    throw error;
  }
}
