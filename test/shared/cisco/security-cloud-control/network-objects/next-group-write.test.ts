import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type GroupTree,
  isAttached,
  sizeOf,
  withNumbered,
} from '#shared/cisco/security-cloud-control/network-objects/group-tree.ts';
import type {
  InlineObject,
  NetworkGroup,
} from '#shared/cisco/security-cloud-control/network-objects/network-group.ts';
import { nextGroupWrite } from '#shared/cisco/security-cloud-control/network-objects/next-group-write.ts';

const entry: InlineObject = { subtype: 'host', value: '192.0.2.1' };
const some = (count: number) => Array.from({ length: count }, () => entry);

function group(id: string, size: number, memberIds: readonly string[] = []): NetworkGroup {
  return {
    id,
    name: id,
    description: undefined,
    memberObjects: [],
    memberGroups: memberIds.map((memberId) => ({ id: memberId, name: memberId })),
    inlineObjects: some(size),
    memberOf: [],
    version: 1,
  };
}

interface Shape {
  readonly inParent: number;
  /** Sizes of the numbered groups, in the order of their numbers. */
  readonly sizes: readonly number[];
  /** Numbers of those that are under the parent. */
  readonly attached: readonly number[];
}

function treeOf({ inParent, sizes, attached }: Shape): GroupTree {
  return {
    name: 'blocked',
    parent: group('parent', inParent, attached.map(String)),
    numbered: sizes.map((size, index) => ({ number: index + 1, group: group(String(index + 1), size) })),
    others: [],
    objects: [],
    takenNumbers: new Set(),
  };
}

/** Carries plans out until everything is written. */
function writeAll(before: GroupTree, count: number) {
  let tree = before;
  let pending = some(count);
  const writes: string[] = [];
  while (pending.length > 0) {
    const plan = nextGroupWrite(tree, pending, new Set());
    if (plan.kind === 'no-number-left') break;
    const number = plan.kind === 'change' ? plan.into.number : plan.number;
    const size = plan.kind === 'change' ? sizeOf(plan.into.group) : 0;
    writes.push(`${plan.kind} ${number}`);
    tree = withNumbered(tree, { number, group: group(String(number), size + plan.entries.length) });
    pending = pending.slice(plan.entries.length);
  }
  return { tree, writes, left: pending.length };
}

describe('the next write', () => {
  it.each<[what: string, shape: Shape, count: number, writes: string[]]>([
    [
      'makes one group for every 1,500 entries',
      { inParent: 0, sizes: [], attached: [] },
      4_000,
      ['create 1', 'create 2', 'create 3'],
    ],
    [
      'fills the group that has room',
      { inParent: 0, sizes: [1_500, 7], attached: [1, 2] },
      1_000,
      ['change 2'],
    ],
    [
      'fills groups under the parent before others',
      { inParent: 0, sizes: [3, 3], attached: [2] },
      1_500,
      ['change 2', 'change 1'],
    ],
    [
      'leaves room in the first group for what is in the parent',
      { inParent: 400, sizes: [], attached: [] },
      1_500,
      ['create 1', 'create 2'],
    ],
    [
      'does not mind a parent that is full by itself',
      { inParent: 1_500, sizes: [], attached: [] },
      1_500,
      ['create 1'],
    ],
  ])('%s', (_what, shape, count, writes) => {
    expect(writeAll(treeOf(shape), count).writes).toEqual(writes);
  });

  it('passes over a group that has refused more, and over numbers that are taken', () => {
    const tree = { ...treeOf({ inParent: 0, sizes: [3], attached: [1] }), takenNumbers: new Set([2]) };
    expect(nextGroupWrite(tree, [entry], new Set(['1']))).toMatchObject({ kind: 'create', number: 3 });
  });

  it('ends where no number is left', () => {
    const takenNumbers = new Set(Array.from({ length: 99 }, (_, index) => index + 1));
    const tree = { ...treeOf({ inParent: 0, sizes: [], attached: [] }), takenNumbers };
    expect(nextGroupWrite(tree, [entry], new Set())).toEqual({ kind: 'no-number-left' });
  });

  it('writes everything, no group twice, none above 1,500, and no more groups than are needed', () => {
    const size = fc.integer({ min: 0, max: 1_500 });
    const shapes = fc.array(size, { maxLength: 4 }).chain((sizes) =>
      fc.record({
        inParent: size,
        sizes: fc.constant(sizes),
        attached: fc.subarray(sizes.map((_, index) => index + 1)),
      }),
    );
    fc.assert(
      fc.property(shapes, fc.integer({ min: 1, max: 5_000 }), (shape, count) => {
        const before = treeOf(shape);
        const { tree, writes, left } = writeAll(before, count);
        expect(left).toBe(0);
        expect(new Set(writes).size).toBe(writes.length);
        expect(Math.max(...tree.numbered.map(({ group: written }) => sizeOf(written)))).toBeLessThanOrEqual(
          1_500,
        );
        const grown = tree.numbered.reduce((sum, { group: written }) => sum + sizeOf(written), 0);
        expect(grown).toBe(count + shape.sizes.reduce((sum, had) => sum + had, 0));
        const created = writes.filter((write) => write.startsWith('create')).length;
        expect(created).toBeLessThanOrEqual(Math.ceil(count / 1_500) + 1);
        expect(
          before.numbered.every(
            ({ group: had }) => isAttached(before, had) === shape.attached.includes(Number(had.id)),
          ),
        ).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});
