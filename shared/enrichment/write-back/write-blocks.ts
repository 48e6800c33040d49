import { mostEntitiesPerBundle } from '../../cisco/xdr/private-intelligence/import-bundle.ts';
import { GiveUp } from '../../errors/give-up.ts';
import { chunksOf } from '../../non-empty.ts';
import { importNew } from '../imports/import-new.ts';
import { intelligenceSource } from '../imports/intelligence-source.ts';
import { type EnforcedBlock, enforcedBlock, judgementOf, sightingOf } from './block-entities.ts';
import { listedBlocks } from './listed-blocks.ts';
import type { WriteCommand } from './write-back-command.ts';
import type { WriteBackPorts } from './write-back-ports.ts';
import { returned, type WriteBackResult } from './write-back-result.ts';

/** Each is a judgement and a sighting. */
export const mostBlocksPerBundle = Math.floor(mostEntitiesPerBundle / 2);

/**
 * Writes a judgement and a sighting of each block. The events only say where to look: what is written is what the
 * ledger knows now, so that a late event does not bring back what was released since. Needs the import lock.
 */
export async function writeBlocks(
  commands: readonly WriteCommand[],
  ports: Pick<WriteBackPorts, 'client' | 'entities' | 'ledger' | 'clock'>,
): Promise<WriteBackResult[]> {
  const blockOf = await listedBlocks(
    commands.flatMap(({ blocked }) => blocked),
    ports.ledger,
  );
  const now = ports.clock.now();
  const work = commands.map((command) => ({
    command,
    blocks: command.blocked.flatMap((one) => enforcedBlock(blockOf(one), one, now) ?? []),
  }));
  const failed = await write(
    work.flatMap(({ blocks }) => blocks),
    ports,
  );
  return work.map(({ command, blocks }) => {
    const problem = blocks
      .flatMap((block) => [judgementOf(block).externalId, sightingOf(block).externalId])
      .map((externalId) => failed.get(externalId))
      .find((message) => message !== undefined);
    if (problem === undefined) {
      return { kind: 'done', messageId: command.messageId, written: blocks.length, expired: 0 };
    }
    return returned(command, new GiveUp(`XDR did not take what was blocked, or not all of it: ${problem}.`));
  });
}

/** @returns why entities were not taken, by external id */
async function write(
  blocks: readonly EnforcedBlock[],
  ports: Pick<WriteBackPorts, 'client' | 'entities'>,
): Promise<ReadonlyMap<string, string>> {
  // Several requests may ask for the same block.
  const unique = new Map(blocks.map((block) => [judgementOf(block).externalId, block]));
  const failed = new Map<string, string>();
  for (const chunk of chunksOf([...unique.values()], mostBlocksPerBundle)) {
    const bundle = {
      source: intelligenceSource,
      judgements: chunk.map(judgementOf),
      sightings: chunk.map(sightingOf),
    };
    const result = await importNew(bundle, ports);
    for (const [externalId, message] of result.failed) failed.set(externalId, message);
  }
  return failed;
}
