import { AwsClient } from 'aws4fetch';
import { z } from 'zod';
import { GiveUp } from '#shared/errors/give-up.ts';
import type { Emulator } from './emulator/emulator.ts';

/** Something that a function logged as a warning or worse. */
export interface LoggedProblem {
  /** Name of the function, without the deployment's: `receive-webhook`. */
  readonly functionName: string;
  /** The message and, behind it, those of the error and of everything that caused it. */
  readonly messages: readonly string[];
}

const logGroupPrefix = '/scc-automations/';
const answerLimitInMilliseconds = 10_000;

/** An error as Powertools logs it: each with the one that caused it. */
interface LoggedError {
  readonly message: string;
  readonly cause?: LoggedError | undefined;
}

const loggedErrorSchema: z.ZodType<LoggedError> = z.object({
  message: z.string(),
  get cause() {
    return loggedErrorSchema.optional().catch(undefined);
  },
});

const problemLineSchema = z.object({
  level: z.enum(['WARN', 'ERROR', 'CRITICAL']),
  message: z.string(),
  service: z.string(),
  error: loggedErrorSchema.optional().catch(undefined),
});

/** Reads one line of a function's log; undefined when it tells of no problem. */
export function problemIn(line: string): LoggedProblem | undefined {
  const parsed = problemLineSchema.safeParse(parseJson(line));
  if (!parsed.success) return undefined;
  const { service, message, error } = parsed.data;
  const messages = [message];
  for (let next = error; next !== undefined; next = next.cause) messages.push(next.message);
  return { functionName: service, messages };
}

/**
 * What the deployed functions have logged as warnings and worse: where to look first when something did not end
 * as expected. A grant that is missing in the stack shows here with the action's name.
 * @throws GiveUp when the emulator does not answer.
 * @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_FilterLogEvents.html
 */
export async function readLoggedProblems(emulator: Emulator): Promise<LoggedProblem[]> {
  const call = logsClient(emulator);
  const { logGroups } = groupsSchema.parse(
    await call('DescribeLogGroups', { logGroupNamePrefix: logGroupPrefix }),
  );
  const logs = await Promise.all(
    logGroups.map(async ({ logGroupName }) =>
      eventsSchema.parse(await call('FilterLogEvents', { logGroupName })),
    ),
  );
  return logs.flatMap(({ events }) => events.flatMap(({ message }) => problemIn(message) ?? []));
}

const groupsSchema = z.object({ logGroups: z.array(z.object({ logGroupName: z.string() })) });
const eventsSchema = z.object({ events: z.array(z.object({ message: z.string() })) });

function logsClient(emulator: Emulator) {
  const client = new AwsClient({
    ...emulator.credentials,
    region: emulator.region,
    service: 'logs',
    retries: 0,
  });
  return async (operation: string, input: object): Promise<unknown> => {
    const answer = await client.fetch(`${emulator.endpoint}/`, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': `Logs_20140328.${operation}`,
      },
      body: JSON.stringify(input),
      signal: AbortSignal.timeout(answerLimitInMilliseconds),
    });
    if (answer.ok) return answer.json();
    const text = await answer.text();
    throw new GiveUp(`The emulator answered ${answer.status} to ${operation}: ${text.slice(0, 200)}`);
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
