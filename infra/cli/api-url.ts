import { z } from 'zod';
import { readStackFile } from '../local/stack-file.ts';
import { stateFolderAt } from '../local/state-folder.ts';
import { WrongUsage } from './wrong-usage.ts';

const apiUrlSchema = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, ''));

/**
 * Reads `--api-url`, which a deployed stack needs.
 * @returns the URL without a slash at its end; nothing for the local stack, whose `stack.json` has it
 * @throws WrongUsage when it is no URL, or is missing beside `--configuration`
 */
export function readApiUrl(given: {
  'api-url'?: string | undefined;
  configuration?: string | undefined;
}): string | undefined {
  const text = given['api-url'];
  if (text === undefined) {
    if (given.configuration === undefined) return undefined;
    throw new WrongUsage(
      "Name the deployed stack's API with --api-url <url>: its deployment prints it as the output ApiUrl.",
    );
  }
  const url = apiUrlSchema.safeParse(text).data;
  if (url !== undefined) return url;
  throw new WrongUsage(
    '--api-url takes a URL such as https://abc123.execute-api.eu-central-1.amazonaws.com.',
  );
}

/** Where the API of the stack is: as it was given, else as the local run has written it down. */
export async function apiUrlOf({
  apiUrl,
  stateFolder,
}: {
  readonly apiUrl: string | undefined;
  readonly stateFolder: string;
}): Promise<string> {
  return apiUrl ?? (await readStackFile(stateFolderAt(stateFolder).stackFile)).apiUrl;
}
