import { readFileSync } from 'node:fs';
import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';

/** A configuration file as it was written, before anything in it is checked. */
export interface ConfigurationFile {
  /** As it was named by the caller: messages point there. */
  readonly path: string;
  readonly text: string;
  /** The values with their places in the text. */
  readonly tree: Node;
}

/**
 * Reads JSON that may hold comments and trailing commas.
 * @throws ConfigurationProblem when the file cannot be read or is not JSON; the message gives line and column.
 */
export function readConfigurationFile(path: string): ConfigurationFile {
  const text = readText(path);
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true });
  const [first] = errors;
  if (first || !tree) {
    const reason = first ? inWords(printParseErrorCode(first.error)) : 'the file is empty';
    throw new ConfigurationProblem(
      `${placeInText(path, text, first?.offset ?? 0)} is not valid JSON: ${reason}. Comments and trailing commas are allowed.`,
    );
  }
  return { path, text, tree };
}

/** `file:line:column`, both counted from 1, as editors and terminals turn into a link. */
export function placeInText(path: string, text: string, offset: number): string {
  const before = text.slice(0, offset).split('\n');
  return `${path}:${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    const reason = code === 'ENOENT' ? 'does not exist' : `cannot be read (${code ?? 'unknown reason'})`;
    throw new ConfigurationProblem(
      `The configuration file ${path} ${reason}. Name another one with -c configuration=<file>, or copy infra/config/example.json and adapt it.`,
      { cause },
    );
  }
}

/** `CommaExpected` → `comma expected` */
function inWords(errorName: string): string {
  return errorName.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
}
