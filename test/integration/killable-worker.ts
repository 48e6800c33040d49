import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { repositoryFolder, stateFolderAt } from '#infra/local/state-folder.ts';
import type { DeployedSystem } from './deployed-system.ts';

/** The configuration that the stack under test was deployed with. */
const { configurationFile } = stateFolderAt(join(repositoryFolder, '.local/tests'));

/** The deployed worker's code in a process of ours, on the deployed table, bus, secrets and minter. */
export class KillableWorker {
  readonly #process: ChildProcessByStdio<Writable, Readable, null>;
  readonly #output: Promise<string>;

  constructor(system: DeployedSystem, event: object, remainingSeconds: number) {
    const { stack, credentials } = system;
    this.#process = spawn(process.execPath, [join(import.meta.dirname, 'worker-process.ts')], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: {
        PATH: process.env.PATH,
        AWS_ENDPOINT_URL: stack.awsEndpoint,
        AWS_REGION: stack.region,
        AWS_ACCESS_KEY_ID: credentials.accessKeyId,
        AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
        STAGE: 'local',
        POWERTOOLS_SERVICE_NAME: 'block-iocs',
        POWERTOOLS_LOG_LEVEL: 'SILENT',
        POWERTOOLS_METRICS_DISABLED: 'true',
        TABLE_NAME: stack.table,
        EVENT_BUS_NAME: stack.bus,
        BLOCK_QUEUE_URL: stack.queues.block ?? '',
        MINT_FUNCTION_NAME: stack.functions['mint-secure-access-token'] ?? '',
        // The local configuration names no published lists, so nothing is read from it.
        GUARD_LISTS_BUCKET_NAME: 'no-published-lists',
        CONFIGURATION_FILE: configurationFile,
        REMAINING_SECONDS: String(remainingSeconds),
      },
    });
    this.#output = text(this.#process.stdout);
    this.#process.stdin.end(JSON.stringify(event));
  }

  /** What the handler answered. */
  async answer(): Promise<unknown> {
    return JSON.parse(await this.#output);
  }

  /** Ends it as a machine that goes away does: no clean-up of any kind runs. */
  async kill(): Promise<void> {
    this.#process.kill('SIGKILL');
    await this.#output;
  }
}
