import { z } from 'zod';
import { type Severity, severities } from '#shared/events/severity.ts';
import { splitWords } from '../split-words.ts';
import { WrongUsage } from '../wrong-usage.ts';

/** What `guard check` was asked for. */
export interface GuardCommandLine {
  readonly values: readonly string[];
  /** Holds more values, one a line. */
  readonly file: string | undefined;
  readonly json: boolean;
  /** As it was given, not yet looked up; so is the connection. */
  readonly destinationList: string | undefined;
  readonly connection: string | undefined;
  /** How sure the sender is, in percent. */
  readonly confidence: number | undefined;
  readonly severity: Severity | undefined;
  readonly configurationFile: string | undefined;
  /** Where the local run keeps its files. */
  readonly stateFolder: string;
}

const confidenceSchema = z.coerce.number().min(0).max(100);
const severitySchema = z.enum(severities);

const optionsOfCheck = {
  file: { type: 'string', short: 'f' },
  json: { type: 'boolean', default: false },
  'destination-list': { type: 'string' },
  connection: { type: 'string' },
  confidence: { type: 'string' },
  severity: { type: 'string' },
} as const;

/**
 * Reads the words behind `npm run cli -- guard`.
 * @returns `help` when it was asked for.
 * @throws WrongUsage in one line
 */
export function readGuardCommandLine(words: readonly string[]): GuardCommandLine | 'help' {
  const { values: options, positionals } = splitWords(words, optionsOfCheck);
  if (options.help) return 'help';
  const [command, ...values] = positionals;
  if (command !== 'check') throw new WrongUsage('Behind "guard" comes "check". --help shows how.');
  if (values.length === 0 && options.file === undefined) {
    throw new WrongUsage('Name values to check, or a file of them with --file <file>.');
  }
  if (options.connection !== undefined && options['destination-list'] !== undefined) {
    throw new WrongUsage('Give --connection or --destination-list, not both: a connection has its lists.');
  }
  return {
    values,
    file: options.file,
    json: options.json,
    destinationList: options['destination-list'],
    connection: options.connection,
    confidence: read(confidenceSchema, options.confidence, '--confidence takes a percentage from 0 to 100.'),
    severity: read(severitySchema, options.severity, `--severity takes one of ${severities.join(', ')}.`),
    configurationFile: options.configuration,
    stateFolder: options.state,
  };
}

function read<T>(schema: z.ZodType<T>, text: string | undefined, whenWrong: string): T | undefined {
  if (text === undefined) return undefined;
  const parsed = schema.safeParse(text);
  if (parsed.success) return parsed.data;
  throw new WrongUsage(whenWrong);
}
