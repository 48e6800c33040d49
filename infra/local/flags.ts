import { parseArgs } from 'node:util';
import { z } from 'zod';
import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';

const portProblem = {
  error: ({ input }: { input?: unknown }) => `${String(input)} is no port: give a number from 0 to 65535`,
};

const port = z
  .string()
  .regex(/^\d{1,5}$/, portProblem)
  .transform(Number)
  .pipe(z.int().max(65_535, portProblem));

const flagsSchema = z.object({
  once: z.boolean().default(false),
  demo: z.boolean().default(true),
  state: z.string().min(1).default('.local'),
  port: port.default(4566),
  'simulator-port': port.default(4580),
  'secure-access-url': z
    .url({
      protocol: /^https?$/,
      error: ({ input }) => `${String(input)} is no address: give one that begins with http:// or https://`,
    })
    .optional(),
  help: z.boolean().default(false),
});

/** What the local run was told on its command line. */
export interface Flags {
  /** Ends after the demo, with an exit code that tells whether all ended as expected. */
  readonly once: boolean;
  readonly demo: boolean;
  readonly stateFolder: string;
  readonly awsPort: number;
  readonly simulatorPort: number;
  readonly secureAccessUrl: string | undefined;
  readonly help: boolean;
}

/** Shown by `--help` and after a wrong flag. */
export const usage = `npm start -- [flags]

  --once                       run the demo and end; the exit code tells whether all ended as expected
  --no-demo                    bring the system up without posting anything
  --port <number>              port of the AWS emulator (4566; 0 takes any that is free)
  --simulator-port <number>    port of the Secure Access simulator (4580; 0 takes any that is free)
  --secure-access-url <url>    call this Secure Access instead of the simulator; its key is taken from
                               SECURE_ACCESS_KEY and SECURE_ACCESS_SECRET (local-key and local-secret)
  --state <folder>             where this run keeps its files (.local)
  --help                       show this

AWS_ENDPOINT_URL, when set, is an AWS emulator that is running already and is used instead of starting one.`;

/**
 * Reads the command line.
 * @throws ConfigurationProblem naming the flag, the value found and what is allowed.
 */
export function readFlags(words: readonly string[]): Flags {
  const flags = flagsSchema.safeParse(splitWords(words));
  if (!flags.success) {
    const problems = flags.error.issues.map((issue) => `--${issue.path.join('.')}: ${issue.message}`);
    throw new ConfigurationProblem(`${problems.join('; ')}. --help shows every flag.`);
  }
  return {
    once: flags.data.once,
    demo: flags.data.demo,
    stateFolder: flags.data.state,
    awsPort: flags.data.port,
    simulatorPort: flags.data['simulator-port'],
    secureAccessUrl: flags.data['secure-access-url'],
    help: flags.data.help,
  };
}

function splitWords(words: readonly string[]): Record<string, unknown> {
  try {
    return parseArgs({
      args: [...words],
      allowNegative: true,
      options: {
        once: { type: 'boolean' },
        demo: { type: 'boolean' },
        state: { type: 'string' },
        port: { type: 'string' },
        'simulator-port': { type: 'string' },
        'secure-access-url': { type: 'string' },
        help: { type: 'boolean' },
      },
    }).values;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ConfigurationProblem(`${reason} --help shows every flag.`, { cause });
  }
}
