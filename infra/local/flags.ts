import { parseArgs } from 'node:util';
import { z } from 'zod';
import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';

/** Of Secure Access, Security Cloud Control, Firewall Manager and XDR. */
const simulatorCount = 4;

const portProblem = {
  error: ({ input }: { input?: unknown }) => `${String(input)} is no port: give a number from 0 to 65535`,
};

const port = z
  .string()
  .regex(/^\d{1,5}$/, portProblem)
  .transform(Number)
  .pipe(z.int().max(65_535, portProblem));

/** Each simulator takes a port of its own: this one and those after it. */
const firstPort = port.pipe(
  z.int().max(65_535 - simulatorCount + 1, {
    error: ({ input }) =>
      `${String(input)} leaves no room for ${simulatorCount} simulators: give a smaller number`,
  }),
);

const address = z.url({
  protocol: /^https?$/,
  error: ({ input }) => `${String(input)} is no address: give one that begins with http:// or https://`,
});

const flagsSchema = z.object({
  once: z.boolean().default(false),
  demo: z.boolean().default(true),
  state: z.string().min(1).default('.local'),
  port: port.default(4566),
  'simulator-port': firstPort.default(4580),
  'secure-access-url': address.optional(),
  'security-cloud-control-url': address.optional(),
  'firewall-manager-url': address.optional(),
  'xdr-url': address.optional(),
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
  readonly securityCloudControlUrl: string | undefined;
  readonly firewallManagerUrl: string | undefined;
  readonly xdrUrl: string | undefined;
  readonly help: boolean;
}

/** Shown by `--help` and after a wrong flag. */
export const usage = `npm start -- [flags]

  --once                       run the demo and end; the exit code tells whether all ended as expected
  --no-demo                    bring the system up without posting anything
  --port <number>              port of the AWS emulator (4566; 0 takes any that is free)
  --simulator-port <number>    port of the first simulator, the others take the three after it (4580; 0 takes any
                               that are free)
  --secure-access-url <url>    call this Secure Access instead of the simulator; its key is taken from
                               SECURE_ACCESS_KEY and SECURE_ACCESS_SECRET (local-key and local-secret), its
                               KeyAdmin key from SECURE_ACCESS_KEY_ADMIN_KEY and SECURE_ACCESS_KEY_ADMIN_SECRET
  --security-cloud-control-url <url>
                               call this Security Cloud Control instead of the simulator; its key is taken from
                               SECURITY_CLOUD_CONTROL_API_KEY_ID and SECURITY_CLOUD_CONTROL_REFRESH_TOKEN
  --firewall-manager-url <url> call this Firewall Manager instead of the simulator; its token is taken from
                               FIREWALL_MANAGER_TOKEN
  --xdr-url <url>              call this XDR instead of the simulator; its client is taken from XDR_CLIENT_ID and
                               XDR_CLIENT_PASSWORD
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
    securityCloudControlUrl: flags.data['security-cloud-control-url'],
    firewallManagerUrl: flags.data['firewall-manager-url'],
    xdrUrl: flags.data['xdr-url'],
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
        'security-cloud-control-url': { type: 'string' },
        'firewall-manager-url': { type: 'string' },
        'xdr-url': { type: 'string' },
        help: { type: 'boolean' },
      },
    }).values;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ConfigurationProblem(`${reason} --help shows every flag.`, { cause });
  }
}
