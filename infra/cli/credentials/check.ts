import { credentialIdText } from '#shared/credentials/health/credential-id.ts';
import { checkAnswerSchema } from '#shared/credentials/health/health-report.ts';
import { renderReport } from '#shared/credentials/health/render-report.ts';
import { findCredential } from '../credential-argument.ts';
import { exitCodes } from '../exit-codes.ts';
import { invokeFunction } from '../invoke-function.ts';
import type { RunSubcommand } from '../subcommand.ts';

/** Has the stack check its credentials, and prints the report. */
export const checkCommand: RunSubcommand = async ({ credential, json }, stack, { output }) => {
  const only = credential === undefined ? undefined : findCredential(credential, stack.configuration);
  const request = only ? { organisation: only.id.organisation } : {};
  const answer = await invokeFunction(stack, 'check-credentials', request, checkAnswerSchema);
  const credentials = answer.report.credentials.filter(
    (health) => only === undefined || credentialIdText(health) === only.text,
  );
  const report = { ...answer.report, credentials };
  output.write(json ? `${JSON.stringify(report, undefined, 2)}\n` : renderReport(report));
  return credentials.some(({ risks }) => risks.length > 0) ? exitCodes.failed : exitCodes.done;
};
