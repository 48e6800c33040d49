import { describe, expect, it } from 'vitest';
import type { Block, StandingBlock } from '#shared/iocs/block.ts';
import type { Enforcement } from '#shared/iocs/blocking/block-destination.ts';
import { correctionOf } from '#shared/iocs/reconciliation/correction.ts';
import type { Sighting } from '#shared/iocs/reconciliation/sighting.ts';
import { releasedBlock } from '#shared/iocs/releasing/released-block.ts';
import { entryNumber } from '../blocking/entry-number.ts';
import { domain, listName } from '../blocking/worker-bench.ts';
import { commentUntil, requestId, standingBlock } from './reconciliation-bench.ts';

const bad = domain('bad.example');
const comment = commentUntil('2026-12-31T05:00:00Z');
const overdueComment = commentUntil('2026-12-01T05:00:00Z');
const readBeganAt = new Date('2026-12-02T02:30:00Z');
const now = new Date('2026-12-02T02:35:00Z');
const enforced: Enforcement = { kind: 'enforced' };
const noRule = { kind: 'not-enforced', reason: 'no-rule-uses-list: none' } as const;

const ours = standingBlock(bad, { comment, leaseUntil: '2026-12-31T05:00:00.000Z', entryId: entryNumber(7) });
const overdue = { ...ours, leaseUntil: '2026-12-02T02:00:00.000Z' };
const { leaseUntil: _lease, comment: _comment, ...others } = { ...ours, addedBy: 'someone-else' as const };
const idUnknown = standingBlock(bad, { comment, leaseUntil: ours.leaseUntil });
const notEnforced: StandingBlock = {
  ...others,
  addedBy: 'us',
  comment,
  status: 'stored-not-enforced',
  storedAt: '2026-12-01T03:00:00.000Z',
  reason: 'no-rule-uses-list: no access rule uses this list',
};
const released = releasedBlock(ours, {
  because: 'released-by-operator',
  at: new Date('2026-12-01T12:00:00Z'),
});
const releasedMeanwhile = { ...released, releasedAt: '2026-12-02T02:31:00.000Z' };
const changedMeanwhile = { ...ours, verifiedAt: '2026-12-02T02:31:00.000Z' };

function seen(withComment: string, value = 'bad.example', number = 7): Sighting {
  return { kind: 'present', entry: { value, entryId: entryNumber(number), comment: withComment } };
}
const absent: Sighting = { kind: 'absent' };

function correct(block: Block | undefined, sighting: Sighting, enforcement: Enforcement = enforced) {
  return correctionOf(bad, block, sighting, { list: listName, enforcement, readBeganAt, now });
}

describe('what the ledger learns from a list', () => {
  it.each<[said: string, block: Block | undefined, sighting: Sighting]>([
    ['ours stands there as it should', ours, seen(comment)],
    ["somebody else's stands there still", others, seen('by hand')],
    ["somebody else's has got another comment", others, seen('by another hand')],
    ['a released one is gone', released, absent],
    ['what was never known is not there', undefined, absent],
    ['a stranger is somebody else’s', undefined, seen('by hand')],
    ['a released one was written again by hand', released, seen('by hand')],
    ['ours was posted while the list was read', changedMeanwhile, absent],
    [
      'ours was posted again while the list was read, and the old entry was seen',
      changedMeanwhile,
      seen('x'),
    ],
    ['it was released while the list was read', releasedMeanwhile, seen(comment)],
    ['our comment was copied to a value in another spelling', undefined, seen(comment, 'Bad.Example.')],
  ])('nothing, when %s', (_said, block, sighting) => {
    expect(correct(block, sighting)).toBeUndefined();
  });

  it.each<[said: string, block: Block, because: string]>([
    ['ours', ours, 'removed-by-hand'],
    ["somebody else's", others, 'removed-by-hand'],
    ['ours, when its lease had ended', overdue, 'lease-ended'],
  ])('that an entry is gone: %s', (_said, block, because) => {
    expect(correct(block, absent)).toMatchObject({
      kind: 'ended',
      because,
      before: block,
      block: { status: 'released', because, releasedAt: now.toISOString() },
    });
  });

  it('that an entry of ours was removed by hand, and until when its lease would have lasted', () => {
    expect(correct(ours, absent)?.block).toMatchObject({ leaseUntil: ours.leaseUntil });
  });

  it.each<[said: string, sighting: Sighting]>([
    ['has another comment', seen('ours now: do not touch')],
    ['has no comment any more', seen('')],
    ['was written anew by hand', seen('by hand', 'bad.example', 99)],
    ['stands there in another spelling', seen(comment, 'BAD.example')],
  ])('that somebody has taken an entry over which %s: it loses its lease and stays', (_said, sighting) => {
    const correction = correct(ours, sighting);

    expect(correction).toMatchObject({
      kind: 'ended',
      because: 'taken-over-by-hand',
      block: { status: 'enforced', addedBy: 'someone-else' },
    });
    expect(correction?.block).not.toHaveProperty('leaseUntil');
    expect(correction?.block.history.at(-1)?.change).toBe('taken-over');
  });

  it.each<[said: string, block: StandingBlock, id: number]>([
    ['that it lacked', idUnknown, 7],
    ['that has changed', ours, 8],
  ])('the id of an entry %s, without a word in the history', (_said, block, id) => {
    const correction = correct(block, seen(comment, 'bad.example', id));

    expect(correction).toEqual({ kind: 'updated', block: { ...block, entryId: entryNumber(id) } });
  });
});

describe('what the ledger learns from the rules', () => {
  it('a block whose list has lost its rule is no longer enforced', () => {
    const correction = correct(ours, seen(comment), noRule);

    expect(correction).toMatchObject({
      kind: 'updated',
      block: { status: 'stored-not-enforced', reason: noRule.reason, storedAt: now.toISOString() },
    });
    expect(correction?.block).not.toHaveProperty('verifiedAt');
    expect(correction?.block.history.at(-1)).toMatchObject({
      change: 'no-longer-enforced',
      by: noRule.reason,
    });
  });

  it('a block whose list has gained its rule is enforced', () => {
    const correction = correct(notEnforced, seen(comment), enforced);

    expect(correction?.block).toMatchObject({ status: 'enforced', verifiedAt: now.toISOString() });
    expect(correction?.block).not.toHaveProperty('reason');
  });

  it('another reason is kept, another name in the same reason is not', () => {
    const sighting = seen(comment);
    const unsafe = { kind: 'unsafe', reason: 'used-by-allow-rule: "Partners"' } as const;

    expect(correct(notEnforced, sighting, unsafe)?.block).toMatchObject({ reason: unsafe.reason });
    expect(correct(notEnforced, sighting, noRule)).toBeUndefined();
  });
});

describe('what the ledger learns from a comment', () => {
  it('everything about a block that it has lost', () => {
    expect(correct(undefined, seen(comment))).toEqual({
      kind: 'rebuilt',
      block: {
        indicator: bad,
        destinationList: listName,
        requestId,
        firstSeenAt: now.toISOString(),
        lastSeenAt: now.toISOString(),
        reports: [{ requestId, source: 'splunk', ticket: 'CASE-42', reportedAt: now.toISOString() }],
        history: [{ at: now.toISOString(), change: 'rebuilt-from-comment', by: requestId }],
        addedBy: 'us',
        comment,
        entryId: entryNumber(7),
        leaseUntil: '2026-12-31T05:00:00.000Z',
        status: 'enforced',
        verifiedAt: now.toISOString(),
      },
    });
  });

  it('that a lease had ended: a week of grace, so that a lost ledger releases nothing at once', () => {
    expect(correct(undefined, seen(overdueComment))?.block).toMatchObject({
      leaseUntil: '2026-12-09T03:00:00.000Z',
    });
  });

  it('that a released entry still stands there: it is due again at the next full hour', () => {
    const correction = correct(released, seen(comment));

    expect(correction).toMatchObject({
      kind: 'rebuilt',
      block: { status: 'enforced', addedBy: 'us', leaseUntil: '2026-12-02T03:00:00.000Z' },
    });
    expect(correction?.block.history.map(({ change }) => change)).toEqual([
      'enforced',
      'released',
      'rebuilt-from-comment',
    ]);
  });
});
