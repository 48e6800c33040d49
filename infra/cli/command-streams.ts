import type { Readable, Writable } from 'node:stream';

/** Where a command reads and writes: this process's own streams, or those of a test. */
export interface CommandStreams {
  /** A terminal is asked, anything else is read to its end. */
  readonly input: Readable & { readonly isTTY?: boolean };
  /** Results. */
  readonly output: Writable;
  /** Questions, progress and failures, so that results can be piped. */
  readonly errors: Writable;
  /** Where the AWS SDK's settings are read. */
  readonly environment: NodeJS.ProcessEnv;
}
