import type { Block } from '../../iocs/block.ts';
import { indicatorKey } from '../../iocs/indicator.ts';
import type { Ledger } from '../../iocs/ledger.ts';
import type { ListedIndicator } from './write-back-command.ts';

/** Looks up what the ledger knows of indicators on their lists: one question a list. */
export async function listedBlocks(
  listed: readonly ListedIndicator[],
  ledger: Pick<Ledger, 'blocksOn'>,
): Promise<(one: ListedIndicator) => Block | undefined> {
  const byList = Map.groupBy(listed, ({ list }) => list.name);
  const found = await Promise.all(
    Array.from(byList, async ([name, ofList]) => {
      const unique = new Map(ofList.map(({ indicator }) => [indicatorKey(indicator), indicator]));
      return [name, await ledger.blocksOn(name, [...unique.values()])] as const;
    }),
  );
  const blocks = new Map(found);
  return ({ list, indicator }) => blocks.get(list.name)?.get(indicatorKey(indicator));
}
