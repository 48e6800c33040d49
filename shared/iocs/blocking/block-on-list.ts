import { ConfigurationProblem } from '../../errors/configuration-problem.ts';
import { RetryLater } from '../../errors/retry-later.ts';
import { isNonEmpty } from '../../non-empty.ts';
import type { IdentityLookUp } from '../blast-radius/look-up-identities.ts';
import type { StandingBlock } from '../block.ts';
import { type AskedIndicator, askedIndicators } from './asked-indicators.ts';
import type { CommandBatch } from './block-command.ts';
import type { BlockStore } from './block-store.ts';
import { restate } from './effect.ts';
import { type Fates, heldFor, rejectedFor } from './fate.ts';
import { holdOrPost } from './hold-or-post.ts';
import { type KnownBlocks, readKnownBlocks } from './known-blocks.ts';
import { ListChain, type OpenPosts } from './list-chain.ts';
import type { ListState } from './list-state.ts';
import type { ListWriter } from './list-writer.ts';
import type { PendingEntry } from './open-post.ts';
import { leaseEndFor, pendingEntry } from './pending-entry.ts';
import { remainingBudget } from './remaining-budget.ts';
import { reportedAgain } from './reported-again.ts';
import { noRoomText } from './room.ts';
import type { TargetList, WorkerPorts } from './worker-ports.ts';

/** How long a message rests whose indicators were not all looked up, in seconds. */
const restForLookUpsSeconds = 30;

/** What blocking on one list works with. */
export interface ListContext {
  readonly store: BlockStore;
  readonly openPosts: OpenPosts;
  readonly ports: WorkerPorts;
  /** What the reports said, by indicator key. */
  readonly lookUps: ReadonlyMap<string, IdentityLookUp>;
  readonly fates: Fates;
}

/**
 * Brings the indicators of all commands for one list to a fate:
 *  1. Find out what the list's rules make of it, and finish posts that a worker left open.
 *  2. Refuse all if writing would do harm, or has no effect and that is not wanted.
 *  3. What stands there, or where its overflow went, is not posted again; the report is noted.
 *  4. Hold what a person has to decide about.
 *  5. Post the rest, each indicator once, however many commands ask for it; what finds no room goes to the next list.
 * Fates are added as they are recorded; those of an interrupted run stay.
 * @throws ConfigurationProblem when no list has room for the rest
 * @throws RetryLater when some were not looked up in the reports yet
 */
export async function blockOnList(
  list: TargetList,
  commands: CommandBatch,
  context: ListContext,
): Promise<void> {
  const { store, ports, fates } = context;
  const chain = new ListChain(list, context);
  const { state } = await chain.writerOf(list);
  await chain.finishOpenPosts();

  const asked = askedIndicators(commands);
  const refusal = refusalOf(list, state);
  if (refusal) {
    for (const key of asked.keys()) fates.set(key, rejectedFor(refusal));
    return;
  }
  const indicators = [...asked.values()].map(({ indicator }) => indicator);
  const known = await readKnownBlocks(chain.lists, indicators, store.blocks);
  await noteReports(chain, known, asked, context);

  const { blastRadius } = ports.settings;
  const now = ports.clock.now();
  const added = [...asked].filter(([key]) => !known.standing.has(key)).map(([, each]) => each);
  if (added.length === 0) return;
  const { toPost, held, postponed } = holdOrPost(added, {
    budget: await remainingBudget(commands, known.standing.values(), { store, now, blastRadius }),
    released: known.released,
    lookUps: context.lookUps,
    mostIdentities: blastRadius.identities?.most,
    now,
  });
  for (const [key, hold] of held) fates.set(key, heldFor(hold));
  const entries = toPost.map((wanted) => pendingEntry(wanted, ports.settings, now));
  await post(chain, entries, known, fates);
  if (postponed.length === 0) return;
  throw new RetryLater(
    `There was no time to look ${postponed.length} indicators up in the reports; they are next.`,
    { retryAfterSeconds: restForLookUpsSeconds },
  );
}

/** What stands on a list already: noted as asked for again, and restated as the rules are now. */
async function noteReports(
  chain: ListChain,
  known: KnownBlocks,
  asked: ReadonlyMap<string, AskedIndicator>,
  { store, ports, fates }: ListContext,
): Promise<void> {
  const now = ports.clock.now();
  const changed: StandingBlock[] = [];
  const noted: [string, StandingBlock][] = [];
  for (const list of chain.lists) {
    for (const [key, block] of known.standing) {
      const each = asked.get(key);
      if (block.destinationList !== list.name || !each) continue;
      const { state } = await chain.writerOf(list);
      const { type } = block.indicator;
      const current = restate(
        reportedAgain(block, each, (command) => leaseEndFor(command, type, ports.settings, now), now),
        state,
        now,
      );
      if (current !== block) changed.push(current);
      noted.push([key, current]);
    }
  }
  await store.saveBlocks(changed);
  for (const [key, block] of noted) fates.set(key, { kind: 'on-list', block });
}

/** Writes to each list as much as it takes, in turn. */
async function post(
  chain: ListChain,
  entries: readonly PendingEntry[],
  known: KnownBlocks,
  fates: Fates,
): Promise<void> {
  let waiting = entries;
  const tried: ListWriter[] = [];
  for (const list of chain.lists) {
    if (waiting.length === 0) return;
    const writer = await chain.writerOf(list);
    const room = refusalOf(list, writer.state) === undefined ? writer.room : 0;
    tried.push(writer);
    const fitting = waiting.slice(0, room);
    waiting = waiting.slice(fitting.length);
    if (isNonEmpty(fitting)) await writer.write(fitting, known.byList.get(list.name) ?? new Map(), fates);
  }
  if (waiting.length > 0) throw new ConfigurationProblem(noRoomText(tried, waiting.length));
}

function refusalOf(list: TargetList, { enforcement }: ListState): string | undefined {
  if (enforcement.kind === 'unsafe') return enforcement.reason;
  if (enforcement.kind === 'enforced' || list.whenNotEnforced === 'store') return undefined;
  return waitsForDeployment(enforcement.reason) ? undefined : enforcement.reason;
}

/** Whether a rule blocks it, once what was written is deployed: that is never a reason to refuse. */
function waitsForDeployment(reason: string): boolean {
  return reason.startsWith('awaiting-deployment: ') || reason.startsWith('deployment-failed: ');
}
