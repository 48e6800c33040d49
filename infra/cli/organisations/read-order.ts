import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { claimCodeInClear, holdsClaimCode } from '#shared/organisations/claim-code.ts';
import { WrongUsage } from '../wrong-usage.ts';

const objectSchema = z.record(z.string(), z.unknown());

/**
 * Reads the file with an order; the API judges what it says.
 * @throws WrongUsage when there is no JSON object in it, or a claim code, which then is sent nowhere
 */
export async function readOrder(file: string): Promise<object> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new WrongUsage(`There is no file ${file} that can be read.`);
  });
  if (holdsClaimCode(text)) throw new WrongUsage(`Somewhere in ${file}, ${claimCodeInClear}.`);
  const order = objectSchema.safeParse(parseJson(text));
  if (order.success) return order.data;
  throw new WrongUsage(`${file} holds no JSON object. --help shows one.`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
