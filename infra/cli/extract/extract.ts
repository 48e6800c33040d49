import { extractIndicators } from '#shared/iocs/extract/extract-indicators.ts';
import type { CommandStreams } from '../command-streams.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { type ExtractCommandLine, readExtractCommandLine } from './command-line.ts';
import { describeIndicators } from './describe-indicators.ts';
import { extractFromLines } from './extract-from-lines.ts';
import { readText } from './read-text.ts';
import { extractUsage } from './usage.ts';

/** `extract`: shows what would be taken from a text, one file after the other. Needs neither a stack nor AWS. */
export async function extractCommand(
  words: readonly string[],
  { input, output }: CommandStreams,
): Promise<ExitCode> {
  const commandLine = readExtractCommandLine(words);
  if (commandLine === 'help') {
    output.write(`${extractUsage}\n`);
    return exitCodes.done;
  }
  const { files } = commandLine;
  for (const file of files.length > 0 ? files : [undefined]) {
    const text = await readText(file, input);
    for (const line of answer(text, commandLine, file)) output.write(`${line}\n`);
  }
  return exitCodes.done;
}

function answer(
  text: string,
  { format, files }: ExtractCommandLine,
  file: string | undefined,
): Iterable<string> {
  if (format === 'jsonl') return extractFromLines(text);
  const indicators = extractIndicators(text);
  const isOneOfMany = files.length > 1;
  if (format === 'json') return [JSON.stringify(isOneOfMany ? { file, ...indicators } : indicators)];
  return [...(isOneOfMany ? [`${file}:`] : []), ...describeIndicators(indicators)];
}
