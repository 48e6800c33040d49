import { parseArgs } from 'node:util';
import { WrongUsage } from '../wrong-usage.ts';

/** What `extract` was asked for. */
export interface ExtractCommandLine {
  /** None: standard input. */
  readonly files: readonly string[];
  /** `jsonl` reads lines of `{"id","text"}` and answers each; the others read a file as one text. */
  readonly format: 'for-people' | 'json' | 'jsonl';
}

/**
 * Reads the words behind `npm run cli -- extract`.
 * @returns `help` when it was asked for.
 * @throws WrongUsage in one line
 */
export function readExtractCommandLine(words: readonly string[]): ExtractCommandLine | 'help' {
  const { values, positionals: files } = splitWords(words);
  if (values.help) return 'help';
  if (values.json && values.jsonl)
    throw new WrongUsage('Give --json or --jsonl, not both. --help shows how.');
  if (values.jsonl) return { files, format: 'jsonl' };
  return { files, format: values.json ? 'json' : 'for-people' };
}

function splitWords(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        jsonl: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (cause) {
    throw new WrongUsage('There is an option that is not known: allowed are --json, --jsonl and --help.', {
      cause,
    });
  }
}
