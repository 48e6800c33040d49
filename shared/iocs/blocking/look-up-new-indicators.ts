import { type IdentityLookUp, lookUpIdentities } from '../blast-radius/look-up-identities.ts';
import { indicatorKey } from '../indicator.ts';
import { askedIndicators, entitledAskers } from './asked-indicators.ts';
import type { CommandBatch } from './block-command.ts';
import { readKnownBlocks } from './known-blocks.ts';
import { chainOf } from './list-chain.ts';
import type { TargetList, WorkerPorts } from './worker-ports.ts';

/**
 * Looks into the reports who would be touched by new blocks, by indicator key, where the settings ask for it. It
 * needs no lock, and takes too long for one. Not looked up are approved indicators, those of the guard's holds, and
 * those of requests with more new ones than `lookUpsPerRequest`.
 */
export async function lookUpNewIndicators(
  list: TargetList,
  commands: CommandBatch,
  ports: WorkerPorts,
): Promise<ReadonlyMap<string, IdentityLookUp>> {
  const { identities } = ports.settings.blastRadius;
  if (!identities) return new Map();
  const asked = askedIndicators(commands);
  const indicators = [...asked.values()].map(({ indicator }) => indicator);
  const { standing } = await readKnownBlocks(chainOf(list), indicators, (name, wanted) =>
    ports.ledger.blocksOn(name, wanted),
  );

  const added = [...asked.values()].flatMap((each) => {
    const [asker] = entitledAskers(each);
    const isNew = !standing.has(indicatorKey(each.indicator));
    const isApproved = each.askers.some(({ approvedBy }) => approvedBy !== undefined);
    return asker && isNew && !isApproved ? [{ indicator: each.indicator, requestId: asker.requestId }] : [];
  });
  const byRequest = Map.groupBy(added, ({ requestId }) => requestId);
  const wanted = [...byRequest.values()]
    .filter((ofRequest) => ofRequest.length <= identities.lookUpsPerRequest)
    .flat()
    .map(({ indicator }) => indicator);
  const isTimeOver = () => ports.clock.now() >= ports.lookUpIdentitiesUntil;
  return lookUpIdentities(wanted, ports.touchedIdentitiesOf(list.organisation), isTimeOver);
}
