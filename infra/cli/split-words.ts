import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { WrongUsage } from './wrong-usage.ts';

/** Options that every command about a stack has. */
const aboutStack = {
  configuration: { type: 'string', short: 'c' },
  state: { type: 'string', default: '.local' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/**
 * The words behind a command, sorted into its own options, those about the stack, and the rest in order.
 * @throws WrongUsage in one line. It neither quotes the word nor keeps Node's own message, which does:
 *   it may be a secret in the wrong place.
 */
export function splitWords<const Options extends ParseArgsOptionsConfig>(
  words: readonly string[],
  options: Options,
) {
  try {
    return parseArgs({ args: [...words], allowPositionals: true, options: { ...aboutStack, ...options } });
  } catch {
    throw new WrongUsage('There is an option that is not known or lacks its value. --help shows all.');
  }
}
