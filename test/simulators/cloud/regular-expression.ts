import { z } from 'zod';

/** The text of a regular expression that compiles. */
export const regularExpressionSchema = z.string().superRefine((text, context) => {
  try {
    new RegExp(text);
  } catch {
    context.addIssue({
      code: 'custom',
      input: text,
      message: 'is no regular expression that JavaScript reads',
    });
  }
});
