import { type BatchId, batchIdSchema } from '#shared/people/changes/batch-id.ts';
import { type EmailAddress, parseEmailAddress } from '#shared/people/email-address.ts';
import { readApiUrl } from '../api-url.ts';
import { splitWords } from '../split-words.ts';
import { WrongUsage } from '../wrong-usage.ts';

const optionsOfChange = {
  day: { type: 'string' },
  time: { type: 'string' },
  'time-zone': { type: 'string' },
  immediate: { type: 'boolean' },
  ticket: { type: 'string' },
  given: { type: 'string' },
  family: { type: 'string' },
  profile: { type: 'string' },
  departure: { type: 'string' },
} as const;

const options = {
  ...optionsOfChange,
  only: { type: 'string' },
  json: { type: 'boolean', default: false },
  'api-url': { type: 'string' },
} as const;

type Values = ReturnType<typeof splitWords<typeof options>>['values'];

/** What is told of a joiner or leaver; the API reads it, and says what is missing. */
export type ToldChange = Pick<Values, keyof typeof optionsOfChange>;

/** What was asked for. */
export type PeopleSubcommand =
  | { readonly name: 'list'; readonly only: string | undefined }
  | { readonly name: 'show'; readonly of: EmailAddress | BatchId }
  | { readonly name: 'cancel' | 'undo'; readonly email: EmailAddress }
  | { readonly name: 'onboard' | 'offboard'; readonly email: EmailAddress; readonly told: ToldChange }
  | {
      readonly name: 'approve' | 'reject';
      readonly batchId: BatchId;
      /** None: everybody who is held. */
      readonly emails: readonly EmailAddress[];
    };

export interface PeopleCommandLine {
  readonly subcommand: PeopleSubcommand;
  readonly json: boolean;
  /** The configuration of a deployed stack; left out: the local stack. */
  readonly configurationFile: string | undefined;
  readonly apiUrl: string | undefined;
  /** Where the local run keeps its files. */
  readonly stateFolder: string;
}

/** The options that each subcommand has beside those that all have. */
const ownOptions: Readonly<Record<PeopleSubcommand['name'], ReadonlySet<string>>> = {
  list: new Set(['only']),
  show: new Set(),
  cancel: new Set(),
  undo: new Set(),
  onboard: new Set(['day', 'time', 'time-zone', 'immediate', 'ticket', 'given', 'family', 'profile']),
  offboard: new Set(['day', 'time', 'time-zone', 'immediate', 'ticket', 'given', 'family', 'departure']),
  approve: new Set(),
  reject: new Set(),
};

/**
 * Reads the words behind `npm run cli -- people`.
 * @returns `help` when it was asked for.
 * @throws WrongUsage in one line
 */
export function readPeopleCommandLine(words: readonly string[]): PeopleCommandLine | 'help' {
  const { values, positionals } = splitWords(words, options);
  if (values.help) return 'help';
  const subcommand = readSubcommand(positionals, values);
  for (const option of [...Object.keys(optionsOfChange), 'only']) {
    if (option in values && !ownOptions[subcommand.name].has(option)) {
      throw new WrongUsage(`"people ${subcommand.name}" has no --${option}. --help shows how.`);
    }
  }
  return {
    subcommand,
    json: values.json,
    configurationFile: values.configuration,
    apiUrl: readApiUrl(values),
    stateFolder: values.state,
  };
}

function readSubcommand([name, first, ...rest]: readonly string[], values: Values): PeopleSubcommand {
  switch (name) {
    case 'list':
      onlyOne(
        name,
        [first, ...rest].filter((word) => word !== undefined),
      );
      return { name, only: values.only };
    case 'show':
      onlyOne(name, rest);
      return { name, of: batchIdSchema.safeParse(first).data ?? readEmail(first, orABatch) };
    case 'cancel':
    case 'undo':
      onlyOne(name, rest);
      return { name, email: readEmail(first) };
    case 'onboard':
    case 'offboard':
      onlyOne(name, rest);
      return { name, email: readEmail(first), told: values };
    case 'approve':
    case 'reject':
      return { name, batchId: readBatch(first), emails: rest.map((word) => readEmail(word)) };
    default:
      throw new WrongUsage(
        `Behind "people" comes one of ${Object.keys(ownOptions).join(', ')}. --help shows how.`,
      );
  }
}

function onlyOne(name: PeopleSubcommand['name'], tooMany: readonly string[]): void {
  if (tooMany.length > 0)
    throw new WrongUsage(`There are too many words behind "people ${name}". --help shows how.`);
}

const orABatch = ', or a batch by its id: bat_ and 32 hexadecimal digits';

function readEmail(text: string | undefined, orElse = ''): EmailAddress {
  const email = text === undefined ? undefined : parseEmailAddress(text);
  if (email !== undefined) return email;
  throw new WrongUsage(
    `A person is named by the mail address, such as ada@corp.example${orElse}. --help shows how.`,
  );
}

function readBatch(text: string | undefined): BatchId {
  const batchId = batchIdSchema.safeParse(text).data;
  if (batchId !== undefined) return batchId;
  throw new WrongUsage(
    'A batch is named by its id: bat_ and 32 hexadecimal digits, as "people list --only held" shows.',
  );
}
