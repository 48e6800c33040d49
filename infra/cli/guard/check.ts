import { guardOf } from '#shared/iocs/guard/guard.ts';
import type { CommandStreams } from '../command-streams.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { readText } from '../extract/read-text.ts';
import { askedFor } from './asked-for.ts';
import { type CheckedValue, checkValue } from './check-value.ts';
import { readGuardCommandLine } from './command-line.ts';
import { guardUsage } from './usage.ts';

/** `guard check`: shows what the guard would do with values. Needs neither a stack nor AWS. */
export async function guardCommand(
  words: readonly string[],
  { input, output }: CommandStreams,
): Promise<ExitCode> {
  const commandLine = readGuardCommandLine(words);
  if (commandLine === 'help') {
    output.write(`${guardUsage}\n`);
    return exitCodes.done;
  }
  const { settings, contexts } = askedFor(commandLine);
  const { values, file, json } = commandLine;
  const written = [...values, ...(file === undefined ? [] : valuesIn(await readText(file, input)))];
  const guard = guardOf(settings);
  const checked = written.map((value) => checkValue(value, guard, contexts));
  output.write(json ? `${JSON.stringify(checked)}\n` : checked.map(describe).join(''));
  return exitCodes.done;
}

function valuesIn(text: string): string[] {
  const lines = text.split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '' && !line.startsWith('#'));
}

function describe({ value, decision, rule, reason, explanation }: CheckedValue): string {
  if (decision === 'pass') return `pass    ${value}\n`;
  return `${decision.padEnd(6)}  ${value}\n        ${explanation} (${rule}: ${reason})\n`;
}
