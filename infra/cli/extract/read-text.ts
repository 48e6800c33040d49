import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import type { CommandStreams } from '../command-streams.ts';
import { WrongUsage } from '../wrong-usage.ts';

/** The text of a file; of standard input when `file` is `undefined`.
 * @throws WrongUsage when there is no such file.
 */
export async function readText(file: string | undefined, input: CommandStreams['input']): Promise<string> {
  return decode(file === undefined ? await buffer(input) : await readBytes(file));
}

async function readBytes(file: string): Promise<Uint8Array> {
  return await readFile(file).catch((cause) => {
    throw new WrongUsage(`The file ${file} cannot be read: look at its name.`, { cause });
  });
}

/**
 * UTF-8, or UTF-16 where a byte order mark says so, as Windows' own programs write it. Bytes that are neither become
 * replacement characters: a report with one odd letter still has its indicators.
 */
function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const isUtf16 = first === 0xff && second === 0xfe;
  return new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8').decode(bytes);
}
