import { apiUrlOf } from '../api-url.ts';
import { type ApiRequest, callApi } from '../call-api.ts';
import type { CommandStreams } from '../command-streams.ts';
import { describedAnswer } from '../described-answer.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { openTargetStack } from '../target-stack.ts';
import { isTaken } from '../webhook/describe-answer.ts';
import type { Answer } from '../webhook/post-body.ts';
import { type OrganisationsSubcommand, readOrganisationsCommandLine } from './command-line.ts';
import { describeOrganisation, describeOrganisations, describeTaking } from './describe-answer.ts';
import { organisationListSchema, organisationSchema, takenSchema } from './organisation-answers.ts';
import { readOrder } from './read-order.ts';
import { organisationsUsage } from './usage.ts';

/** `organisations`: asks the stack's API which there are and how far they are, or has one made. */
export async function organisationsCommand(
  words: readonly string[],
  { output, environment }: CommandStreams,
): Promise<ExitCode> {
  const commandLine = readOrganisationsCommandLine(words);
  if (commandLine === 'help') {
    output.write(`${organisationsUsage}\n`);
    return exitCodes.done;
  }
  const { subcommand, json } = commandLine;
  const request = await requestFor(subcommand);
  const stack = await openTargetStack(commandLine, environment);
  const answer = await callApi(request, { apiUrl: await apiUrlOf(commandLine), stack });
  output.write(`${json ? answer.text : linesOf(answer, subcommand).join('\n')}\n`);
  return isTaken(answer) ? exitCodes.done : exitCodes.failed;
}

async function requestFor(subcommand: OrganisationsSubcommand): Promise<ApiRequest> {
  switch (subcommand.name) {
    case 'list':
      return { method: 'GET', path: '/organisations' };
    case 'show':
      return { method: 'GET', path: `/organisations/${encodeURIComponent(subcommand.organisation)}` };
    case 'onboard':
      return { method: 'POST', path: '/organisations', body: await readOrder(subcommand.file) };
  }
}

function linesOf(answer: Answer, { name }: OrganisationsSubcommand): string[] {
  switch (name) {
    case 'list':
      return describedAnswer(answer, organisationListSchema, describeOrganisations);
    case 'show':
      return describedAnswer(answer, organisationSchema, describeOrganisation);
    case 'onboard':
      return describedAnswer(answer, takenSchema, describeTaking);
  }
}
