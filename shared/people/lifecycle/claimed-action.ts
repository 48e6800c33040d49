import { plainWord } from './plain-word.ts';

/** What is to happen to a person. */
export type LifecycleAction = 'onboard' | 'offboard';

const joining = /onboard|newhire|newjoiner|newstarter|joiner|newemployee|eintritt|arrivee|embauche/;
const leaving =
  /offboard|terminat|leaver|leaving|deprovision|separation|exitrequest|austritt|kundigung|depart(?!ment)/;

const joiningWords: ReadonlySet<string> = new Set([
  'hire',
  'hired',
  'join',
  'create',
  'activate',
  'add',
  'start',
]);
const leavingWords: ReadonlySet<string> = new Set([
  'leave',
  'disable',
  'deactivate',
  'remove',
  'exit',
  'delete',
]);

/** The action that a word or a title names; `undefined` if it names none, or both. */
export function actionNamed(text: string): LifecycleAction | undefined {
  const word = plainWord(text);
  const isJoining = joining.test(word) || joiningWords.has(word);
  const isLeaving = leaving.test(word) || leavingWords.has(word);
  if (isJoining === isLeaving) return undefined;
  return isJoining ? 'onboard' : 'offboard';
}

/** What a personnel system says somebody is. */
export type EmploymentStatus = 'active' | 'inactive';

const activeWords: ReadonlySet<string> = new Set([
  'active',
  'employed',
  'true',
  '1',
  'aktiv',
  'actif',
  'active',
]);
const inactiveWords: ReadonlySet<string> = new Set([
  ...['inactive', 'terminated', 'left', 'former', 'disabled', 'false', '0'],
  ...['inaktiv', 'ausgetreten', 'inactif', 'parti'],
]);

/** The status that a word names; `undefined` for any other word, such as one for people on leave. */
export function statusNamed(text: string): EmploymentStatus | undefined {
  const word = plainWord(text);
  if (activeWords.has(word)) return 'active';
  return inactiveWords.has(word) ? 'inactive' : undefined;
}

const yes: ReadonlySet<string> = new Set(['true', 'yes', 'y', '1', 'x', 'immediate', 'ja', 'sofort', 'oui']);
const no: ReadonlySet<string> = new Set(['false', 'no', 'n', '0', 'nein', 'non']);

/** Yes or no, in a few languages; `undefined` for any other word. */
export function yesOrNo(text: string): boolean | undefined {
  const word = plainWord(text);
  if (yes.has(word)) return true;
  return no.has(word) ? false : undefined;
}
