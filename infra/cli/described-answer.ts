import type { z } from 'zod';
import { describeAnswer as describeOther, isTaken } from './webhook/describe-answer.ts';
import { parsedAnswer } from './webhook/parsed-answer.ts';
import type { Answer } from './webhook/post-body.ts';

/** An answer of the API in lines for a person; a refusal, or one of another form, as far as it can be told. */
export function describedAnswer<Form>(
  answer: Answer,
  schema: z.ZodType<Form>,
  describe: (form: Form) => string[],
): string[] {
  const form = isTaken(answer) ? schema.safeParse(parsedAnswer(answer)).data : undefined;
  return form === undefined ? describeOther(answer) : describe(form);
}
