import { readApiUrl } from '../api-url.ts';
import { splitWords } from '../split-words.ts';
import { WrongUsage } from '../wrong-usage.ts';

const options = {
  file: { type: 'string' },
  json: { type: 'boolean', default: false },
  'api-url': { type: 'string' },
} as const;

/** What was asked for. */
export type OrganisationsSubcommand =
  | { readonly name: 'list' }
  | { readonly name: 'show'; readonly organisation: string }
  | { readonly name: 'onboard'; readonly file: string };

export interface OrganisationsCommandLine {
  readonly subcommand: OrganisationsSubcommand;
  readonly json: boolean;
  /** The configuration of a deployed stack; left out: the local stack. */
  readonly configurationFile: string | undefined;
  readonly apiUrl: string | undefined;
  /** Where the local run keeps its files. */
  readonly stateFolder: string;
}

/**
 * Reads the words behind `npm run cli -- organisations`.
 * @returns `help` when it was asked for.
 * @throws WrongUsage in one line, which quotes nothing that was given
 */
export function readOrganisationsCommandLine(words: readonly string[]): OrganisationsCommandLine | 'help' {
  const { values, positionals } = splitWords(words, options);
  if (values.help) return 'help';
  return {
    subcommand: readSubcommand(positionals, values.file),
    json: values.json,
    configurationFile: values.configuration,
    apiUrl: readApiUrl(values),
    stateFolder: values.state,
  };
}

function readSubcommand(
  [name, organisation, ...rest]: readonly string[],
  file: string | undefined,
): OrganisationsSubcommand {
  if (file !== undefined && name !== 'onboard') {
    throw new WrongUsage('Only "organisations onboard" has --file. --help shows how.');
  }
  switch (name) {
    case 'list':
      if (organisation === undefined) return { name };
      throw new WrongUsage('"organisations list" takes no name: "organisations show" does.');
    case 'show':
      if (organisation !== undefined && rest.length === 0) return { name, organisation };
      throw new WrongUsage('Name one organisation, in quotes where it has spaces: organisations show "…".');
    case 'onboard':
      if (file !== undefined && organisation === undefined) return { name, file };
      throw new WrongUsage('What is wanted stands in a file: organisations onboard --file order.json.');
    default:
      throw new WrongUsage('Behind "organisations" comes one of list, show, onboard. --help shows how.');
  }
}
