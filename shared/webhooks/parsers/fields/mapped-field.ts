import { search } from '@aws-lambda-powertools/jmespath';
import { RefusedInput } from '../../../errors/refused-input.ts';

/**
 * What stands in a body at the place that a connection's `mapping` names.
 * @param name of the member of the mapping, for the message
 * @throws RefusedInput when the expression calls a function on something that it cannot take.
 */
export function mappedField(expression: string | undefined, name: string, body: unknown): unknown {
  if (expression === undefined) return undefined;
  // In a text or a number there is nothing to be found.
  const data = typeof body === 'object' && body !== null ? body : {};
  try {
    return search(expression, data);
  } catch {
    throw new RefusedInput(
      `The body does not fit mapping.${name} of the connection: a function in it got a value that it cannot take.`,
    );
  }
}
