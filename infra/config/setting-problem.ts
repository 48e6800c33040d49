import { findNodeAtLocation, getNodeValue, type Node } from 'jsonc-parser';
import type { z } from 'zod';
import { holdsClaimCode } from '#shared/organisations/claim-code.ts';
import { settingNames } from './setting-names.ts';

/** One thing that is wrong in a configuration, ready to be shown. */
export interface SettingProblem {
  /** `connections.splunk.kind` */
  readonly path: string;
  /** What is wrong and what is allowed. */
  readonly explanation: string;
  /** Where it stands in the text; where it ought to stand when it is missing. */
  readonly offset: number;
}

type Issue = z.core.$ZodIssue;

/** What the reader should know about one complaint of the schema: usually one problem, one for each unknown name. */
export function settingProblems(issue: Issue, tree: Node): SettingProblem[] {
  if (issue.code === 'unrecognized_keys') {
    const allowed = settingNames(issue.path, presentAt(issue.path, tree)).join(', ');
    return issue.keys.map((name) => ({
      path: pathInWords([...issue.path, name]),
      // The value is not shown: whoever adds a setting of their own may have pasted a secret.
      explanation: `is not a setting; allowed here: ${allowed}`,
      offset: offsetOf(tree, [...issue.path, name]),
    }));
  }
  const nearest = nearestAlternative(issue);
  if (nearest) {
    return nearest.flatMap((inner) =>
      settingProblems({ ...inner, path: [...issue.path, ...inner.path] }, tree),
    );
  }
  return [
    {
      path: pathInWords(issue.path),
      explanation: `found ${found(issue, tree)}; ${demand(issue)}`,
      offset: offsetOf(tree, issue.path),
    },
  ];
}

/**
 * Where several forms are allowed and none fits, the complaints of the one that was meant: whose mistakes lie
 * inside it. Nothing when no form was recognisable; then only the list of forms helps.
 */
function nearestAlternative(issue: Issue): readonly Issue[] | undefined {
  if (issue.code !== 'invalid_union') return undefined;
  return issue.errors.find((complaints) => complaints.some(({ path }) => path.length > 0));
}

/** `['connections', 'splunk', 'destinationLists', 0]` → `connections.splunk.destinationLists[0]` */
export function pathInWords(path: readonly PropertyKey[]): string {
  const words = path.map((step, index) => {
    if (typeof step === 'number') return `[${step}]`;
    const name = /^[\w$-]+$/.test(String(step)) ? String(step) : JSON.stringify(step);
    return index === 0 ? name : `.${name}`;
  });
  return words.join('') || '(whole file)';
}

const longestShownValue = 80;

function found(issue: Issue, tree: Node): string {
  if (issue.code === 'invalid_key') return `the name ${JSON.stringify(issue.path.at(-1))}`;
  const node = nodeAt(tree, issue.path);
  if (!node) return 'nothing';
  if (node.type === 'object') return 'an object';
  if (node.type === 'array') return `a list of ${node.children?.length ?? 0}`;
  const text = JSON.stringify(getNodeValue(node));
  // Where its name belongs, somebody may have pasted a claim code, which is a secret.
  if (holdsClaimCode(text.toUpperCase())) return 'something like a claim code';
  return text.length > longestShownValue ? `${text.slice(0, longestShownValue)}…` : text;
}

const typesInWords: Record<string, string> = {
  object: 'an object { … }',
  record: 'an object { … }',
  array: 'a list [ … ]',
  string: 'text in quotes',
  int: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
};

const formatsInWords: Record<string, string> = {
  url: 'a URL such as https://api.sse.cisco.com',
  email: 'an email address',
};

/** What would be right, in words that follow `found …;`. */
function demand(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_value':
      return `allowed: ${issue.values.map((value) => JSON.stringify(value)).join(', ')}`;
    case 'invalid_type':
      return `allowed: ${typesInWords[issue.expected] ?? issue.expected}`;
    case 'too_small':
      return `allowed: ${issue.inclusive === false ? 'more than' : 'at least'} ${amount(issue.minimum, issue.origin)}`;
    case 'too_big':
      return `allowed: ${issue.inclusive === false ? 'less than' : 'at most'} ${amount(issue.maximum, issue.origin)}`;
    case 'invalid_format':
      return formatsInWords[issue.format] ? `allowed: ${formatsInWords[issue.format]}` : issue.message;
    case 'invalid_key':
      return issue.issues.map((inner) => inner.message).join('; ');
    default:
      return issue.message;
  }
}

function amount(limit: number | bigint, origin: string): string {
  if (origin === 'array') return limit === 1 ? '1 entry' : `${limit} entries`;
  if (origin === 'string') return limit === 1 ? '1 character' : `${limit} characters`;
  return String(limit);
}

function nodeAt(tree: Node, path: readonly PropertyKey[]): Node | undefined {
  return findNodeAtLocation(
    tree,
    path.map((step) => (typeof step === 'number' ? step : String(step))),
  );
}

function presentAt(path: readonly PropertyKey[], tree: Node): Record<string, unknown> {
  const node = nodeAt(tree, path);
  return node?.type === 'object' ? getNodeValue(node) : {};
}

/** Of the value itself or, when it is missing, of the nearest thing around it that exists. */
function offsetOf(tree: Node, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = nodeAt(tree, path.slice(0, length));
    if (node) return node.offset;
  }
  return tree.offset;
}
