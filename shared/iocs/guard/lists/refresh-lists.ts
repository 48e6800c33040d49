import type { GuardSettings } from '../../../config/guard.ts';
import { GiveUp } from '../../../errors/give-up.ts';
import type { Clock } from '../../../time/clock.ts';
import { type CompiledList, entryCount } from './compiled-list.ts';
import type { ListDownload } from './download-list.ts';
import type { GuardLists } from './guard-lists.ts';
import { parsePublishedList } from './parse-published-list.ts';
import { unpackList } from './unpack-list.ts';

/** What came of one list. */
export type RefreshedList =
  | {
      readonly list: string;
      readonly kind: 'refreshed';
      readonly entries: number;
      /** Lines that are of no use here. */
      readonly skipped: number;
    }
  /** The former one, if there is one, counts on. */
  | { readonly list: string; readonly kind: 'kept'; readonly cause: unknown };

export interface RefreshListsPorts {
  readonly settings: GuardSettings;
  readonly download: ListDownload;
  readonly lists: GuardLists;
  readonly clock: Clock;
}

type ListSettings = GuardSettings['lists'][string];

/**
 * Fetches every configured list and keeps what it names. One after the other, so that no two are in memory together.
 * Never rejects: a list that cannot be had, or has lost more than half of its entries since it was last fetched,
 * stays as it was, because a broken download must not weaken the guard.
 */
export async function refreshLists(ports: RefreshListsPorts): Promise<RefreshedList[]> {
  const refreshed: RefreshedList[] = [];
  for (const [list, settings] of Object.entries(ports.settings.lists)) {
    try {
      refreshed.push(await refreshList(list, settings, ports));
    } catch (cause) {
      refreshed.push({ list, kind: 'kept', cause });
    }
  }
  return refreshed;
}

async function refreshList(
  name: string,
  { url, format, mostEntries }: ListSettings,
  { download, lists, clock }: RefreshListsPorts,
): Promise<RefreshedList> {
  const text = unpackList(await download(url));
  const { names, networks, skipped } = parsePublishedList(text, { format, mostEntries });
  const fresh: CompiledList = {
    version: 1,
    name,
    url,
    format,
    mostEntries,
    fetchedAt: clock.now().toISOString(),
    names: [...names],
    networks: [...networks],
  };
  const former = await formerList(name, lists);
  if (former && isSameSource(former, fresh)) refuseShrunken(former, fresh);
  await lists.save(fresh);
  return { list: name, kind: 'refreshed', entries: entryCount(fresh), skipped };
}

/** What cannot be read protects nobody, and is replaced. */
async function formerList(name: string, lists: GuardLists): Promise<CompiledList | undefined> {
  const former = await lists.load(name).catch(() => undefined);
  return former?.kind === 'loaded' ? former.list : undefined;
}

function isSameSource(one: CompiledList, other: CompiledList): boolean {
  return one.url === other.url && one.format === other.format && one.mostEntries === other.mostEntries;
}

function refuseShrunken(former: CompiledList, fresh: CompiledList): void {
  if (2 * entryCount(fresh) >= entryCount(former)) return;
  throw new GiveUp(
    `The list has ${entryCount(fresh)} entries; ${entryCount(former)} were there on ${former.fetchedAt}. Look at it; if it is right, give it another name in guard.lists.`,
  );
}
