import { JMESPathTypeError, search } from '@aws-lambda-powertools/jmespath';
import { z } from 'zod';

/** @see https://jmespath.org/specification.html */
export const jmesPathSchema = z.string().min(1).max(500).refine(isJmesPath, {
  error: 'not a JMESPath expression, such as alert.domains[] or items[?type==`ip`].value',
});

/** Whether an expression can be read. One that only dislikes the types in an empty object can. */
function isJmesPath(expression: string): boolean {
  try {
    search(expression, {});
    return true;
  } catch (error) {
    return error instanceof JMESPathTypeError;
  }
}
