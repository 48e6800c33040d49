import { visit } from 'jsonc-parser';
import { RefusedRequest } from '../lambda/refused-request.ts';
import { decodeUtf8 } from './text-body.ts';

/** Content types that announce JSON, with or without parameters: `application/json; charset=utf-8`. */
const jsonContentType = /^application\/(?:[^;,\s]+\+)?json\s*(?:;|$)/i;

/**
 * Reads a body as JSON. A sender that names another content type, or none, is still heard if its body is JSON.
 * Depth is measured before parsing, and a refusal names the place of the mistake without quoting what stands there.
 *
 * @throws RefusedRequest (`invalid-json`, or `unsupported-media-type` when another type was announced).
 */
export function jsonBody(
  body: Buffer,
  options: { readonly contentType: string | undefined; readonly deepestNesting: number },
): unknown {
  const refuse = (what: string): never => {
    const isAnnounced = options.contentType === undefined || jsonContentType.test(options.contentType.trim());
    throw isAnnounced
      ? new RefusedRequest('invalid-json', what)
      : new RefusedRequest(
          'unsupported-media-type',
          `${what} Send JSON with content-type: application/json.`,
        );
  };
  if (body.length === 0) return refuse('The body is empty; a JSON document was expected.');
  const text = decodeUtf8(body);
  if (text === undefined) return refuse('The body is not UTF-8 text.');
  if (nestsDeeperThan(options.deepestNesting, text)) {
    return refuse(`The body nests deeper than ${options.deepestNesting} levels, the most that is taken.`);
  }
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message quotes the body, so it is neither shown nor kept as a cause.
    return refuse(`The body is not valid JSON: ${placeOfMistake(text)}.`);
  }
}

/** Counts open brackets outside strings in one pass. */
function nestsDeeperThan(deepest: number, text: string): boolean {
  let depth = 0;
  let isInString = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (isInString) {
      if (character === '\\') index += 1;
      else if (character === '"') isInString = false;
    } else if (character === '"') {
      isInString = true;
    } else if (character === '{' || character === '[') {
      depth += 1;
      if (depth > deepest) return true;
    } else if (character === '}' || character === ']') {
      depth -= 1;
    }
  }
  return false;
}

/** Ends the visit at the first mistake; a long ruin of a body would have many. */
class FirstMistake extends Error {
  readonly place: string;

  constructor(line: number, column: number) {
    super();
    this.place = `the first mistake is at line ${line + 1}, column ${column + 1}`;
  }
}

/** `JSON.parse` tells no position for some mistakes, so a second parser looks for the first of them. */
function placeOfMistake(text: string): string {
  try {
    visit(
      text,
      {
        onError(_error, _offset, _length, line, column) {
          throw new FirstMistake(line, column);
        },
      },
      { disallowComments: true },
    );
  } catch (mistake) {
    if (mistake instanceof FirstMistake) return mistake.place;
    throw mistake;
  }
  return 'the mistake is in a string or number';
}
