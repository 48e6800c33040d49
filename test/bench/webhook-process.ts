import { createHmac } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import type { Context } from 'aws-lambda';

/**
 * The webhook function's bundle in a process of its own, called with one new delivery after the other: prints, as a
 * JSON array, what each has cost this process in milliseconds of CPU. Everything counts that runs while it is
 * answered: our code, the SDK, the collector of garbage.
 */
const { BUNDLE = '', CONNECTION = '', SIGNING_SECRET = '', INDICATORS = '', DELIVERIES = '' } = process.env;
// What esbuild makes of functions/receive-webhook/handler.ts.
const { handler }: { handler: (event: object, context: Context) => Promise<{ statusCode: number }> } =
  await import(pathToFileURL(BUNDLE).href);
const key = Buffer.from(SIGNING_SECRET.slice('whsec_'.length), 'base64');
// The handler reads nothing else of its context.
const context = { functionName: 'receive-webhook', awsRequestId: 'webhook-process' } as Context;

/** As API Gateway hands a delivery over; each has indicators of its own. */
function delivery(run: number): object {
  const indicators = Array.from({ length: Number(INDICATORS) }, (_, index) => `host-${index}-${run}.example`);
  const body = JSON.stringify({ indicators });
  const id = `msg_${run}`;
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return {
    version: '2.0',
    routeKey: 'ANY /webhooks/{connection}',
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      'webhook-signature': `v1,${signature}`,
    },
    pathParameters: { connection: CONNECTION },
    body,
    isBase64Encoded: false,
    requestContext: { requestId: `api-${run}`, http: { method: 'POST', sourceIp: '127.0.0.1' } },
  };
}

const costs: number[] = [];
for (let run = 0; run < Number(DELIVERIES); run += 1) {
  const event = delivery(run);
  const before = process.cpuUsage();
  const { statusCode } = await handler(event, context);
  const { user, system } = process.cpuUsage(before);
  if (statusCode !== 202) throw new Error(`delivery ${run} was answered ${statusCode}`);
  costs.push((user + system) / 1000);
}
// Logs go to standard output, as in Lambda.
process.stderr.write(JSON.stringify(costs));
