import { describe, expect, it } from 'vitest';
import {
  type DestinationListName,
  destinationListNameSchema,
  organisationNameSchema,
} from '#shared/config/names.ts';
import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';
import { RetryLater } from '#shared/errors/retry-later.ts';
import { releaseAsRequested } from '#shared/iocs/releasing/release-as-requested.ts';
import type { ReleaseCommand } from '#shared/iocs/releasing/release-command.ts';
import type { ReleaseList } from '#shared/iocs/releasing/release-ports.ts';
import { ListDouble } from '../blocking/list-double.ts';
import { domain, listName } from '../blocking/worker-bench.ts';
import { ReleaseBench } from './release-bench.ts';

function commandOf(messageId: string, value: string, destinationList = listName): ReleaseCommand {
  const cause = {
    kind: 'released-by-operator',
    by: 'ada',
    askedAt: new Date('2026-11-22T05:00:30Z'),
  } as const;
  return { messageId, destinationList, orders: [{ indicator: domain(value), causes: [cause] }] };
}

function otherList(name: string, destination: ListDouble): ReleaseList {
  return {
    name: destinationListNameSchema.parse(name),
    id: 7,
    organisation: organisationNameSchema.parse('other'),
    destination,
  };
}

describe('commands to release', () => {
  it('for one list are carried out together, with one search', async () => {
    const bench = new ReleaseBench();
    for (const value of ['a.example', 'b.example']) bench.block(value);

    const { unfinished } = await releaseAsRequested(
      [commandOf('one', 'a.example'), commandOf('two', 'b.example'), commandOf('three', 'a.example')],
      () => bench.target(),
      bench.ports(),
    );

    expect(unfinished).toEqual([]);
    expect(bench.list.stored.size).toBe(0);
    expect(bench.list.requests).toMatchObject({ find: 1, remove: 1 });
  });

  it('of a list that fails go back, and those of another organisation are done', async () => {
    const bench = new ReleaseBench();
    bench.block('a.example');
    const broken = otherList('broken', new ListDouble());
    const outage = new RetryLater('no answer', { retryAfterSeconds: 30 });
    broken.destination.find = () => Promise.reject(outage);
    const block = bench.block('b.example');
    bench.table.blocks.set('broken/domain:b.example', { ...block, destinationList: broken.name });
    const lists = new Map<DestinationListName, ReleaseList>([
      [listName, bench.target()],
      [broken.name, broken],
    ]);
    const listOf = (name: DestinationListName) => {
      const list = lists.get(name);
      if (!list) throw new ConfigurationProblem(`no list ${name}`);
      return list;
    };

    const { unfinished, runs } = await releaseAsRequested(
      [
        commandOf('broken', 'b.example', broken.name),
        commandOf('unknown', 'a.example', destinationListNameSchema.parse('unknown')),
        commandOf('good', 'a.example'),
      ],
      listOf,
      bench.ports(),
    );

    expect(unfinished).toEqual([
      { messageId: 'unknown', cause: new ConfigurationProblem('no list unknown') },
      { messageId: 'broken', cause: outage },
    ]);
    expect(runs).toHaveLength(3);
    expect(bench.row('a.example')).toMatchObject({ status: 'released' });
  });

  it('without time go back', async () => {
    const bench = new ReleaseBench();
    bench.block('a.example');
    const ports = { ...bench.ports(), stopAt: bench.now };
    const { unfinished } = await releaseAsRequested(
      [commandOf('late', 'a.example')],
      () => bench.target(),
      ports,
    );
    expect(unfinished).toEqual([{ messageId: 'late', cause: expect.any(RetryLater) }]);
    expect(bench.list.stored.size).toBe(1);
  });
});
