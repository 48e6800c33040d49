import { text } from 'node:stream/consumers';
import type { Context, SQSEvent } from 'aws-lambda';

/**
 * The block worker as a process of its own, for tests that kill it: reads the queue's event from standard input,
 * writes the handler's answer to standard output. `REMAINING_SECONDS` is what Lambda would give it.
 */
const event: SQSEvent = JSON.parse(await text(process.stdin));
const { handler } = await import('#functions/block-iocs/handler.ts');
// As in Lambda, loading the code is no part of the time that the invocation has.
const endsAt = Date.now() + Number(process.env.REMAINING_SECONDS) * 1000;
// The handler reads nothing else of its context.
const context = {
  functionName: 'block-iocs',
  awsRequestId: 'worker-process',
  getRemainingTimeInMillis: () => endsAt - Date.now(),
} as Context;
process.stdout.write(JSON.stringify(await handler(event, context)));
