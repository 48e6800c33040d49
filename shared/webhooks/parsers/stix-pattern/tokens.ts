/** A piece of a STIX pattern. `text` of a string is what stands between its quotation marks, unescaped. */
export interface Token {
  readonly kind: 'word' | 'string' | 'typed-string' | 'symbol' | 'number';
  readonly text: string;
}

/** In this order: `t'…'` is a timestamp and not a word, and `!=` not two symbols. Each form takes linear time. */
const token =
  /\s+|\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\/|\/\/[^\n]*|(?<typed>[thb]'(?:[^'\\]|\\.)*')|(?<string>'(?:[^'\\]|\\.)*')|(?<word>[A-Za-z_][A-Za-z0-9_-]*)|(?<number>[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|(?<symbol><=|>=|!=|<>|==|[[\](){}.,:=<>*])/y;

/** @returns `undefined` when something stands in the pattern that its grammar does not know. */
export function tokensOf(pattern: string): Token[] | undefined {
  const tokens: Token[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < pattern.length) {
    const groups = token.exec(pattern)?.groups;
    if (!groups) return undefined;
    const { typed, string, word, number, symbol } = groups;
    if (typed !== undefined) tokens.push({ kind: 'typed-string', text: typed });
    else if (string !== undefined) tokens.push({ kind: 'string', text: withoutEscapes(string.slice(1, -1)) });
    else if (word !== undefined) tokens.push({ kind: 'word', text: word });
    else if (number !== undefined) tokens.push({ kind: 'number', text: number });
    else if (symbol !== undefined) tokens.push({ kind: 'symbol', text: symbol });
  }
  return tokens;
}

function withoutEscapes(text: string): string {
  return text.replace(/\\(.)/gs, '$1');
}
