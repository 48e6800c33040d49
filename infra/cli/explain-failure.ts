import { AutomationError } from '#shared/errors/automation-error.ts';

/** What to do when AWS refuses a call or cannot be reached, by the error's name or code. */
const nextSteps: Record<string, string> = {
  AccessDeniedException: 'Your AWS credentials lack a permission for it.',
  ResourceNotFoundException:
    'The stack does not have it: deploy the present configuration, and look at account and region.',
  CredentialsProviderError: 'Sign in to AWS first: no credentials were found.',
  ExpiredTokenException: 'Sign in to AWS again: your session has expired.',
  UnrecognizedClientException: 'Look at your AWS credentials: the account does not know them.',
  ECONNREFUSED: 'Nothing answers there: bring the local stack up with npm start.',
  TimeoutError: 'Look at network and region.',
};

/**
 * A failure in words for a person. An error of ours has its own; of any other only the name and the places in the
 * code are told, because its message may quote what was sent, and what was sent may be a secret.
 */
export function explainFailure(error: unknown): string {
  if (error instanceof AutomationError) return error.message;
  if (!(error instanceof Error)) return 'Failed for an unknown reason.';
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name;
  const step = nextSteps[error.name] ?? nextSteps[code];
  if (step !== undefined) return `A call to AWS failed (${code}). ${step}`;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [`Failed unexpectedly: ${error.name}.`, ...frames].join('\n');
}
