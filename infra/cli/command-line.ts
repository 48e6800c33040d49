import { splitWords } from './split-words.ts';
import { WrongUsage } from './wrong-usage.ts';

export const subcommands = ['set', 'check', 'rotate', 'show'] as const;
export type Subcommand = (typeof subcommands)[number];

/** What was asked for on the command line. */
export interface CommandLine {
  readonly subcommand: Subcommand;
  /** As it was given, not yet looked up; `check` needs none. */
  readonly credential: string | undefined;
  /** The configuration of a deployed stack; left out: the local stack. */
  readonly configurationFile: string | undefined;
  /** Where the local run keeps its files. */
  readonly stateFolder: string;
  readonly json: boolean;
}

const options = { json: { type: 'boolean', default: false } } as const;

/**
 * Reads the words behind `npm run cli --`.
 * Nothing that was given is repeated in a message: it may be a secret in the wrong place.
 * @throws WrongUsage in one line
 */
export function readCommandLine(
  words: readonly string[],
): CommandLine | { readonly help: string | undefined } {
  const { values, positionals } = splitWords(words, options);
  const [command, name, credential, ...rest] = positionals;
  if (values.help) return { help: name };
  if (command !== 'credentials')
    throw new WrongUsage('The first word must be "credentials". --help shows how.');
  const subcommand = subcommands.find((one) => one === name);
  if (!subcommand) {
    throw new WrongUsage(`Behind "credentials" comes one of ${subcommands.join(', ')}. --help shows how.`);
  }
  if (rest.length > 0) throw new WrongUsage(tooMany(subcommand));
  return {
    subcommand,
    credential,
    configurationFile: values.configuration,
    stateFolder: values.state,
    json: values.json,
  };
}

function tooMany(subcommand: Subcommand): string {
  return subcommand === 'set'
    ? 'A secret is never taken from the command line, where it stands in the history and every process can read it: leave it out, it is asked for or read from standard input. If what you gave is a secret, make a new one.'
    : `"credentials ${subcommand}" takes one credential at most. --help shows how.`;
}
