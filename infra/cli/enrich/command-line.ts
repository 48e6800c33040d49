import { isNonEmpty, type NonEmptyArray } from '#shared/non-empty.ts';
import { longestWaitSeconds } from '#shared/requests/settled-request.ts';
import { readApiUrl } from '../api-url.ts';
import { splitWords } from '../split-words.ts';
import { WrongUsage } from '../wrong-usage.ts';

/** What `enrich` was asked for. */
export interface EnrichCommandLine {
  readonly indicators: NonEmptyArray<string>;
  /** As it was given, not yet looked up; left out: the only one that fits. */
  readonly connection: string | undefined;
  readonly isPreview: boolean;
  readonly urgent: boolean;
  readonly waitSeconds: number;
  readonly json: boolean;
  /** The configuration of a deployed stack; left out: the local stack. */
  readonly configurationFile: string | undefined;
  readonly apiUrl: string | undefined;
  /** Where the local run keeps its files. */
  readonly stateFolder: string;
}

const options = {
  connection: { type: 'string' },
  preview: { type: 'boolean', default: false },
  urgent: { type: 'boolean', default: false },
  wait: { type: 'string', default: '20' },
  json: { type: 'boolean', default: false },
  'api-url': { type: 'string' },
} as const;

/**
 * Reads the words behind `npm run cli -- enrich`.
 * @returns `help` when it was asked for.
 * @throws WrongUsage in one line
 */
export function readEnrichCommandLine(words: readonly string[]): EnrichCommandLine | 'help' {
  const { values, positionals } = splitWords(words, options);
  if (values.help) return 'help';
  if (!isNonEmpty(positionals)) {
    throw new WrongUsage('Behind "enrich" come the indicators to ask about. --help shows how.');
  }
  const waitSeconds = Number(values.wait);
  if (!Number.isInteger(waitSeconds) || waitSeconds < 1 || waitSeconds > longestWaitSeconds) {
    throw new WrongUsage(`--wait takes a whole number of seconds from 1 to ${longestWaitSeconds}.`);
  }
  return {
    indicators: positionals,
    connection: values.connection,
    isPreview: values.preview,
    urgent: values.urgent,
    waitSeconds,
    json: values.json,
    configurationFile: values.configuration,
    apiUrl: readApiUrl(values),
    stateFolder: values.state,
  };
}
