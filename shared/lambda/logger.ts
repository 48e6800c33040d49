import { Logger } from '@aws-lambda-powertools/logger';

/**
 * A function's logger: JSON lines, with the service name and level from Powertools' own environment variables.
 * Every line of a request carries `apiRequestId` and `connection` once they are known, and `requestId` (`req_…`)
 * where the line is about an accepted request. No line ever holds a body, a header or a secret.
 *
 * @see https://docs.aws.amazon.com/powertools/typescript/latest/features/logger/
 */
export function functionLogger(): Logger {
  return new Logger();
}

export type { Logger };
