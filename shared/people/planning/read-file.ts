import { plainLine } from '../../approvals/plain-line.ts';
import type { LifecycleSourceOf } from '../../config/lifecycle-source.ts';
import type { PeopleSettings } from '../../config/people.ts';
import { RefusedInput } from '../../errors/refused-input.ts';
import { deriveRequestId, type RequestId, requestIdSchema } from '../../requests/request-id.ts';
import { readCsvFile } from '../csv/read-csv-file.ts';
import { refusal } from '../lifecycle/change-reading.ts';
import type { DroppedFile } from './dropped-file.ts';
import type { IncomingBatch, SingleBatch } from './incoming-batch.ts';

/** Whether it is the empty object that the console makes for a folder. */
export function isFolderMarker({ key }: DroppedFile): boolean {
  return key.endsWith('/');
}

/**
 * What a dropped file comes to. One that cannot be read as a whole is refused with the reason, and nothing of it counts.
 * @param bytes `undefined` when it was taken away again before it was read
 */
export function readFile(
  file: DroppedFile,
  bytes: Uint8Array | undefined,
  { settings, heardAt }: { settings: PeopleSettings; heardAt: Date },
): IncomingBatch {
  const [folder = ''] = file.key.split('/', 1);
  const about = {
    requestId: requestIdOfFile(file),
    source: plainLine(folder, 39) || 'unknown',
    origin: plainLine(file.key, 200),
    heardAt,
  };
  const source = csvSource(folder, settings);
  if (source === undefined) {
    return refused(
      about,
      `There is no source of kind "csv" called ${JSON.stringify(about.source)}. Put files into a folder that is called like one: ${csvSourceNames(settings).join(', ') || '(none is configured)'}.`,
    );
  }
  if (bytes === undefined)
    return refused(about, 'The file was taken away before it was read. Drop it again.');
  try {
    const read = readCsvFile(bytes, { settings, source, receivedAt: heardAt });
    return { ...about, kind: 'file', content: source.content, ...read };
  } catch (error) {
    if (!(error instanceof RefusedInput)) throw error;
    return refused(about, error.message);
  }
}

/** The request that a file came with over HTTP is its name; any other file is told apart by key and sequence. */
function requestIdOfFile({ key, sequence }: DroppedFile): RequestId {
  const name = key.slice(key.lastIndexOf('/') + 1).replace(/\.csv$/, '');
  return requestIdSchema.safeParse(name).data ?? deriveRequestId('people-files', key, sequence);
}

function csvSource(name: string, { sources }: PeopleSettings): LifecycleSourceOf<'csv'> | undefined {
  const source = Object.entries(sources).find(([own]) => own === name)?.[1];
  return source?.kind === 'csv' ? source : undefined;
}

function csvSourceNames({ sources }: PeopleSettings): string[] {
  return Object.entries(sources).flatMap(([name, { kind }]) => (kind === 'csv' ? [name] : []));
}

function refused(about: Omit<SingleBatch, 'kind' | 'reading'>, explanation: string): SingleBatch {
  return { ...about, kind: 'single', reading: refusal('not-understood', explanation) };
}
