import type { Token } from './tokens.ts';

/** Ends the reading of something that is no pattern; only `parsePattern` catches it. */
export class NotAPattern extends Error {}

/** Goes through tokens one by one. What is expected and not there throws {@link NotAPattern}. */
export class TokenCursor {
  readonly #tokens: readonly Token[];
  #position = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  peek(): Token | undefined {
    return this.#tokens[this.#position];
  }

  next(): Token {
    const token = this.peek();
    if (!token) throw new NotAPattern();
    this.#position += 1;
    return token;
  }

  /** Steps over this word if it is next. @returns Whether it was. */
  takeWord(word: string): boolean {
    return this.#take('word', word);
  }

  /** Steps over this symbol if it is next. @returns Whether it was. */
  takeSymbol(symbol: string): boolean {
    return this.#take('symbol', symbol);
  }

  expectSymbol(symbol: string): void {
    if (!this.takeSymbol(symbol)) throw new NotAPattern();
  }

  /** A name in a path, which may stand in quotation marks. */
  expectLabel(): string {
    const { kind, text } = this.next();
    if (kind !== 'word' && kind !== 'string') throw new NotAPattern();
    return text;
  }

  #take(kind: Token['kind'], text: string): boolean {
    const token = this.peek();
    if (token?.kind !== kind || token.text !== text) return false;
    this.#position += 1;
    return true;
  }
}
