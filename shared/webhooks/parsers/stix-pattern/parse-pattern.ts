import type { Comparison, Expression, Junction } from './pattern.ts';
import { NotAPattern, TokenCursor } from './token-cursor.ts';
import { type Token, tokensOf } from './tokens.ts';

/** Nobody nests deeper; more would only exhaust the stack. */
const deepestNesting = 50;

const comparisonOperators: ReadonlySet<string> = new Set([
  '=',
  '==',
  '!=',
  '<>',
  '<',
  '>',
  '<=',
  '>=',
  'IN',
  'LIKE',
  'MATCHES',
  'ISSUBSET',
  'ISSUPERSET',
]);

const qualifiers: ReadonlySet<string> = new Set(['START', 'WITHIN', 'REPEATS']);

/**
 * Reads a STIX pattern by its grammar, of version 2.0 or 2.1: `[domain-name:value = 'bad.example'] OR [ … ]`.
 *
 * @returns `undefined` when it is none.
 * @see https://docs.oasis-open.org/cti/stix/v2.1/os/stix-v2.1-os.html#_e8slinrhxcc9
 */
export function parsePattern(pattern: string): Expression | undefined {
  const tokens = tokensOf(pattern);
  if (!tokens) return undefined;
  try {
    return new PatternReader(tokens).readWhole();
  } catch (error) {
    if (error instanceof NotAPattern) return undefined;
    throw error;
  }
}

/** Recursive descent: a method for each rule of the grammar, from the loosest binding to the tightest. */
class PatternReader {
  readonly #tokens: TokenCursor;
  #depth = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = new TokenCursor(tokens);
  }

  readWhole(): Expression {
    const expression = this.#junction(['FOLLOWEDBY', 'OR', 'AND'], () => this.#observation());
    if (this.#tokens.peek()) throw new NotAPattern();
    return expression;
  }

  /** Parts joined by the first of `operators`, each of them joined by the next, down to `readPart`. */
  #junction([operator, ...tighter]: readonly Junction['kind'][], readPart: () => Expression): Expression {
    if (operator === undefined) return readPart();
    const first = this.#junction(tighter, readPart);
    const others: Expression[] = [];
    while (this.#tokens.takeWord(operator)) others.push(this.#junction(tighter, readPart));
    return others.length === 0 ? first : { kind: operator, parts: [first, ...others] };
  }

  /** `[ … ]` or observations in parentheses, with any number of qualifiers behind. */
  #observation(): Expression {
    const observation = this.#nested(() => {
      if (this.#tokens.takeSymbol('(')) {
        const inner = this.#junction(['FOLLOWEDBY', 'OR', 'AND'], () => this.#observation());
        this.#tokens.expectSymbol(')');
        return inner;
      }
      this.#tokens.expectSymbol('[');
      const inner = this.#junction(['OR', 'AND'], () => this.#comparison());
      this.#tokens.expectSymbol(']');
      return inner;
    });
    return this.#skipQualifiers() ? { kind: 'qualified', observation } : observation;
  }

  /** `START t'…' STOP t'…'`, `WITHIN 300 SECONDS`, `REPEATS 5 TIMES`. @returns Whether there was any. */
  #skipQualifiers(): boolean {
    let isQualified = false;
    while (this.#tokens.peek()?.kind === 'word' && qualifiers.has(this.#tokens.peek()?.text ?? '')) {
      isQualified = true;
      const wordCount = this.#tokens.next().text === 'START' ? 3 : 2;
      for (let word = 0; word < wordCount; word += 1) this.#tokens.next();
    }
    return isQualified;
  }

  #comparison(): Expression {
    return this.#nested(() => {
      if (this.#tokens.takeSymbol('(')) {
        const inner = this.#junction(['OR', 'AND'], () => this.#comparison());
        this.#tokens.expectSymbol(')');
        return inner;
      }
      // EXISTS says that something is there, and not what.
      if (this.#tokens.takeWord('EXISTS')) return { ...this.#objectPath(), ...comparedWithNothing };
      const path = this.#objectPath();
      const isNegated = this.#tokens.takeWord('NOT');
      const operator = this.#tokens.next().text;
      if (!comparisonOperators.has(operator)) throw new NotAPattern();
      return { kind: 'comparison', ...path, operator, isNegated, values: this.#values() };
    });
  }

  /** `file:hashes.'SHA-256'`, `network-traffic:dst_ref.value`, `x:list[*].name`. */
  #objectPath(): Pick<Comparison, 'objectType' | 'path'> {
    const objectType = this.#tokens.expectLabel();
    this.#tokens.expectSymbol(':');
    const path = [this.#tokens.expectLabel()];
    for (;;) {
      if (this.#tokens.takeSymbol('.')) {
        path.push(this.#tokens.expectLabel());
      } else if (this.#tokens.takeSymbol('[')) {
        path.push(`[${this.#tokens.next().text}]`);
        this.#tokens.expectSymbol(']');
      } else {
        return { objectType, path };
      }
    }
  }

  /** One value, or several in parentheses. */
  #values(): string[] {
    if (!this.#tokens.takeSymbol('(')) return stringsIn([this.#tokens.next()]);
    const values: Token[] = [];
    do values.push(this.#tokens.next());
    while (this.#tokens.takeSymbol(','));
    this.#tokens.expectSymbol(')');
    return stringsIn(values);
  }

  #nested<Result>(read: () => Result): Result {
    this.#depth += 1;
    if (this.#depth > deepestNesting) throw new NotAPattern();
    const result = read();
    this.#depth -= 1;
    return result;
  }
}

const comparedWithNothing = { kind: 'comparison', operator: 'EXISTS', isNegated: false, values: [] } as const;

function stringsIn(tokens: readonly Token[]): string[] {
  return tokens.filter(({ kind }) => kind === 'string').map(({ text }) => text);
}
