import type { GuardSettings } from '../../../config/guard.ts';
import type { Clock } from '../../../time/clock.ts';
import { type Guard, guardOf } from '../guard.ts';
import type { CompiledList } from './compiled-list.ts';
import type { GuardList } from './guard-list.ts';
import type { GuardLists } from './guard-lists.ts';

/** A configured list that does not count, or counts as it was. The embedded ones always do. */
export interface GuardListProblem {
  readonly list: string;
  readonly problem: 'missing' | 'unreadable';
  readonly cause?: unknown;
}

/** A guard that knows the published lists as they were last fetched. */
export interface RefreshedGuard {
  /** The guard to use now. Never rejects: a list that cannot be had is reported, and what is known counts on. */
  current(): Promise<Guard>;
}

export interface RefreshedGuardPorts {
  readonly settings: GuardSettings;
  readonly lists: GuardLists;
  readonly clock: Clock;
  readonly report: (problem: GuardListProblem) => void;
}

/** Lists change once a day; somebody who has just added one does not want to wait much longer than this. */
const lookEveryMilliseconds = 15 * 60_000;

/** Keeps a guard and looks for newer lists every quarter of an hour, when it is asked. */
export function refreshedGuard({ settings, lists, clock, report }: RefreshedGuardPorts): RefreshedGuard {
  const names = Object.keys(settings.lists);
  const known = new Map<string, { readonly list: CompiledList; readonly version: string }>();
  let guard = guardOf(settings);
  let nextLookAt = 0;

  async function look(name: string): Promise<boolean> {
    try {
      const answer = await lists.load(name, known.get(name)?.version);
      if (answer.kind === 'loaded') known.set(name, answer);
      if (answer.kind === 'missing') report({ list: name, problem: 'missing' });
      return answer.kind === 'loaded';
    } catch (cause) {
      report({ list: name, problem: 'unreadable', cause });
      return false;
    }
  }

  return {
    async current() {
      const now = clock.now().getTime();
      if (names.length === 0 || now < nextLookAt) return guard;
      nextLookAt = now + lookEveryMilliseconds;
      const changes = await Promise.all(names.map(look));
      if (changes.includes(true)) guard = guardOf(settings, guardListsOf(settings, known));
      return guard;
    },
  };
}

function guardListsOf(
  settings: GuardSettings,
  known: ReadonlyMap<string, { readonly list: CompiledList }>,
): GuardList[] {
  return Object.entries(settings.lists).flatMap(([name, { decision }]) => {
    const list = known.get(name)?.list;
    return list ? [{ name, decision, names: list.names, networks: list.networks }] : [];
  });
}
