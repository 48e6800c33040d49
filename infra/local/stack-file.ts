import { readFile, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { connectionKinds } from '#shared/config/connection.ts';
import { senderAuthenticationSchema } from './sender-authentication.ts';

/**
 * Where the deployed local system is found: `.local/stack.json`, for tests and tools.
 * It holds the senders' secrets of this run, which open nothing but this machine.
 */
export const localStackSchema = z.object({
  /** AWS's APIs; every SDK takes it as `AWS_ENDPOINT_URL`. */
  awsEndpoint: z.url(),
  /** The HTTP API, without a slash at the end: `{apiUrl}/webhooks/{connection}`. */
  apiUrl: z.url(),
  region: z.string(),
  /** The stand-ins for Cisco's clouds. */
  simulators: z.object({
    secureAccess: z.url(),
    securityCloudControl: z.url(),
    xdr: z.url(),
    firewallManager: z.url(),
  }),
  /** ARN by function name: `receive-webhook`. */
  functions: z.record(z.string(), z.string()),
  /** URL by queue name: `block`, `block-dead-letter`. */
  queues: z.record(z.string(), z.url()),
  table: z.string(),
  bus: z.string(),
  /** Secret names by kind and key: `connection` and `splunk`. */
  secrets: z.record(z.string(), z.record(z.string(), z.string())),
  connections: z.record(
    z.string(),
    z.object({ url: z.url(), kind: z.enum(connectionKinds), auth: senderAuthenticationSchema }),
  ),
  /** Where files about people are dropped, below the name of their source. */
  peopleFilesBucket: z.string().optional(),
  /** Sources of changes to people that have an address. */
  peopleSources: z
    .record(z.string(), z.object({ url: z.url(), auth: senderAuthenticationSchema }))
    .default({}),
  /** Ticket systems that may ask for organisations. */
  organisationSources: z
    .record(z.string(), z.object({ url: z.url(), auth: senderAuthenticationSchema }))
    .default({}),
});

export type LocalStack = z.infer<typeof localStackSchema>;

/** Writes the file for its owner only. */
export async function writeStackFile(file: string, stack: LocalStack): Promise<void> {
  await writeFile(file, `${JSON.stringify(localStackSchema.parse(stack), undefined, 2)}\n`, { mode: 0o600 });
}

/**
 * Reads the file of a running local system.
 * @throws ZodError that names what is missing; a file error when nothing was ever started there.
 */
export async function readStackFile(file: string): Promise<LocalStack> {
  return localStackSchema.parse(JSON.parse(await readFile(file, 'utf8')));
}
