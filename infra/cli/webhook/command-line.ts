import { readApiUrl } from '../api-url.ts';
import { splitWords } from '../split-words.ts';
import { WrongUsage } from '../wrong-usage.ts';

/** What `webhook test` was asked for. */
export interface WebhookCommandLine {
  /** As it was given, not yet looked up. */
  readonly connection: string;
  readonly file: string;
  readonly isPreview: boolean;
  readonly json: boolean;
  /** The configuration of a deployed stack; left out: the local stack. */
  readonly configurationFile: string | undefined;
  /** Without a slash at its end; needed for a deployed stack, and taken from `stack.json` for the local one. */
  readonly apiUrl: string | undefined;
  /** Where the local run keeps its files. */
  readonly stateFolder: string;
}

const options = {
  file: { type: 'string', short: 'f' },
  preview: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  'api-url': { type: 'string' },
} as const;

/**
 * Reads the words behind `npm run cli -- webhook`.
 * @returns `help` when it was asked for.
 * @throws WrongUsage in one line
 */
export function readWebhookCommandLine(words: readonly string[]): WebhookCommandLine | 'help' {
  const { values, positionals } = splitWords(words, options);
  if (values.help) return 'help';
  const [command, connection, ...rest] = positionals;
  if (command !== 'test' || connection === undefined || rest.length > 0) {
    throw new WrongUsage('Behind "webhook" come "test" and one connection. --help shows how.');
  }
  if (values.file === undefined) throw new WrongUsage('Name the body to post with --file <file>.');
  return {
    connection,
    file: values.file,
    isPreview: values.preview,
    json: values.json,
    configurationFile: values.configuration,
    apiUrl: readApiUrl(values),
    stateFolder: values.state,
  };
}
