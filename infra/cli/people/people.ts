import type { z } from 'zod';
import { apiUrlOf } from '../api-url.ts';
import { type ApiRequest, callApi } from '../call-api.ts';
import type { CommandStreams } from '../command-streams.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { openTargetStack } from '../target-stack.ts';
import { describeAnswer as describeOther, isTaken } from '../webhook/describe-answer.ts';
import { parsedAnswer } from '../webhook/parsed-answer.ts';
import type { Answer } from '../webhook/post-body.ts';
import { apiRequestFor } from './api-request.ts';
import { type PeopleSubcommand, readPeopleCommandLine } from './command-line.ts';
import { describeBatch, describePeople, describePerson, describeTaking } from './describe-answer.ts';
import { listEverybody } from './list-everybody.ts';
import { batchSchema, peopleListSchema, personSchema, takenSchema } from './people-answers.ts';
import { peopleUsage } from './usage.ts';

/** `people`: asks the stack's API who joins and leaves, or has it changed. */
export async function peopleCommand(
  words: readonly string[],
  { output, environment }: CommandStreams,
): Promise<ExitCode> {
  const commandLine = readPeopleCommandLine(words);
  if (commandLine === 'help') {
    output.write(`${peopleUsage}\n`);
    return exitCodes.done;
  }
  const { subcommand, json } = commandLine;
  const stack = await openTargetStack(commandLine, environment);
  const apiUrl = await apiUrlOf(commandLine);
  const call = (request: ApiRequest) => callApi(request, { apiUrl, stack });
  const request = apiRequestFor(subcommand);
  const answer = await (subcommand.name === 'list' ? listEverybody(request, call) : call(request));
  output.write(`${json ? answer.text : linesOf(answer, subcommand).join('\n')}\n`);
  return isTaken(answer) ? exitCodes.done : exitCodes.failed;
}

function linesOf(answer: Answer, { name }: PeopleSubcommand): string[] {
  return described(answer, name) ?? describeOther(answer);
}

/** @returns Nothing for a refusal, or an answer of another form. */
function described(answer: Answer, name: PeopleSubcommand['name']): string[] | undefined {
  if (!isTaken(answer)) return undefined;
  const body = parsedAnswer(answer);
  switch (name) {
    case 'list':
      return inForm(peopleListSchema, body, ({ people }) => describePeople(people));
    case 'show':
      return inForm(personSchema, body, describePerson) ?? inForm(batchSchema, body, describeBatch);
    default:
      return inForm(takenSchema, body, describeTaking);
  }
}

function inForm<Form>(
  schema: z.ZodType<Form>,
  body: unknown,
  describe: (form: Form) => string[],
): string[] | undefined {
  const form = schema.safeParse(body);
  return form.success ? describe(form.data) : undefined;
}
