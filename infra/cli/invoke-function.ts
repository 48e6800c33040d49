import { InvokeCommand } from '@aws-sdk/client-lambda';
import type { z } from 'zod';
import { GiveUp } from '#shared/errors/give-up.ts';
import type { FunctionName } from '#shared/lambda/environment.ts';
import { resourceName } from '../constructs/resource-name.ts';
import type { TargetStack } from './target-stack.ts';

/**
 * Calls one of the stack's functions and waits for its answer.
 * @throws GiveUp when it failed or answered in another form; its log says why
 */
export async function invokeFunction<T>(
  stack: TargetStack,
  name: FunctionName,
  request: object,
  answerSchema: z.ZodType<T>,
): Promise<T> {
  const functionName = resourceName(stack.configuration.stage, name);
  const answer = await stack.functions.send(
    new InvokeCommand({ FunctionName: functionName, Payload: JSON.stringify(request) }),
  );
  const text = Buffer.from(answer.Payload ?? []).toString('utf8');
  const parsed = answerSchema.safeParse(answer.FunctionError ? undefined : JSON.parse(text || 'null'));
  if (parsed.success) return parsed.data;
  throw new GiveUp(
    `${functionName} failed (${answer.FunctionError ?? 'an answer of unknown form'}). Its log says why: aws logs tail /scc-automations/${stack.configuration.stage}/${name}`,
  );
}
