import { styleText } from 'node:util';

type Style = Parameters<typeof styleText>[0];

/** Where the local run writes: a terminal, a pipe or, in a test, a list of lines. */
export interface Terminal {
  /** Whether lines may be rewritten in place and coloured. */
  readonly interactive: boolean;
  /** Writes as it stands. */
  write(text: string): void;
  /** Columns of a line; lines that are rewritten must not be longer. */
  readonly columns: number;
}

/** This process's standard output. Colours only on a terminal, and not where `NO_COLOR` asks for none. */
export function standardOutput(): Terminal {
  const { stdout } = process;
  return {
    interactive: stdout.isTTY === true,
    columns: stdout.columns ?? 80,
    write: (text) => void stdout.write(text),
  };
}

/**
 * Colours a text where colours are shown.
 * @see https://no-color.org
 */
export function paint(terminal: Terminal, style: Style, text: string): string {
  return terminal.interactive && !process.env.NO_COLOR
    ? styleText(style, text, { validateStream: false })
    : text;
}
