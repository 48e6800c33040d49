import { readApiUrl } from '../api-url.ts';
import { splitWords } from '../split-words.ts';
import { WrongUsage } from '../wrong-usage.ts';

const options = {
  organisation: { type: 'string' },
  json: { type: 'boolean', default: false },
  'api-url': { type: 'string' },
} as const;

export interface SubscriptionsCommandLine {
  /** By its name in the cloud; left out: the manager. */
  readonly organisation: string | undefined;
  readonly json: boolean;
  /** The configuration of a deployed stack; left out: the local stack. */
  readonly configurationFile: string | undefined;
  readonly apiUrl: string | undefined;
  /** Where the local run keeps its files. */
  readonly stateFolder: string;
}

/**
 * Reads the words behind `npm run cli -- subscriptions`.
 * @returns `help` when it was asked for.
 * @throws WrongUsage in one line
 */
export function readSubscriptionsCommandLine(words: readonly string[]): SubscriptionsCommandLine | 'help' {
  const { values, positionals } = splitWords(words, options);
  if (values.help) return 'help';
  const [name, ...rest] = positionals;
  if (name !== 'list' || rest.length > 0) {
    throw new WrongUsage('Behind "subscriptions" comes list, and nothing else. --help shows how.');
  }
  return {
    organisation: values.organisation,
    json: values.json,
    configurationFile: values.configuration,
    apiUrl: readApiUrl(values),
    stateFolder: values.state,
  };
}
