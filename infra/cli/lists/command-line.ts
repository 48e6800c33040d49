import { splitWords } from '../split-words.ts';
import { WrongUsage } from '../wrong-usage.ts';

/** What `lists reconcile` was asked for. */
export interface ListsCommandLine {
  /** As it was given, not yet looked up; left out: every list. */
  readonly destinationList: string | undefined;
  readonly json: boolean;
  /** The configuration of a deployed stack; left out: the local stack. */
  readonly configurationFile: string | undefined;
  /** Where the local run keeps its files. */
  readonly stateFolder: string;
}

const options = {
  json: { type: 'boolean', default: false },
} as const;

/**
 * Reads the words behind `npm run cli -- lists`.
 * @returns `help` when it was asked for.
 * @throws WrongUsage in one line
 */
export function readListsCommandLine(words: readonly string[]): ListsCommandLine | 'help' {
  const { values, positionals } = splitWords(words, options);
  if (values.help) return 'help';
  const [command, destinationList, ...rest] = positionals;
  if (command !== 'reconcile' || rest.length > 0) {
    throw new WrongUsage('Behind "lists" come "reconcile" and at most one list. --help shows how.');
  }
  return {
    destinationList,
    json: values.json,
    configurationFile: values.configuration,
    stateFolder: values.state,
  };
}
