import fc from 'fast-check';
import { expect, it } from 'vitest';
import { blastRadiusSchema } from '#shared/config/blast-radius.ts';
import { connectionNameSchema } from '#shared/config/names.ts';
import { NewBlockBudget } from '#shared/iocs/blast-radius/new-block-budget.ts';
import { askedIndicators } from '#shared/iocs/blocking/asked-indicators.ts';
import { holdOrPost } from '#shared/iocs/blocking/hold-or-post.ts';
import { indicatorKey } from '#shared/iocs/indicator.ts';
import { command, domains, heldByGuard } from './worker-bench.ts';

const now = new Date('2026-11-22T03:00:00Z');
const all = domains(30);
const connection = connectionNameSchema.parse('splunk');

/** Commands of a few requests that ask for the same few indicators, some held by the guard, some approved. */
const anyCommands = fc.array(
  fc.record({
    request: fc.constantFrom('a', 'b', 'c'),
    indicators: fc.subarray(all, { minLength: 1 }),
    heldShare: fc.subarray(all, { maxLength: 10 }),
    isApproved: fc.boolean(),
  }),
  { minLength: 1, maxLength: 6 },
);

it('every indicator is either posted or held, never above a limit unless approved, and never past the guard', () => {
  fc.assert(
    fc.property(
      anyCommands,
      fc.record({ request: fc.integer({ min: 1, max: 12 }), organisation: fc.integer({ min: 1, max: 20 }) }),
      (drawn, most) => {
        const commands = drawn.map(({ request, indicators, heldShare, isApproved }) => ({
          ...heldByGuard(
            command(request, indicators, { connection }),
            indicators.filter((indicator) => heldShare.includes(indicator)),
          ),
          ...(isApproved && { approvedBy: 'Ada' }),
        }));
        const limits = blastRadiusSchema.parse({
          newBlocksPerRequest: most.request,
          newBlocksPerOrganisationAndDay: most.organisation,
        });
        const asked = askedIndicators(commands);

        const { toPost, held, postponed } = holdOrPost(asked.values(), {
          budget: new NewBlockBudget({ limits, now, used: new Map() }),
          released: new Map(),
          lookUps: new Map(),
          mostIdentities: undefined,
          now,
        });

        expect(postponed).toEqual([]);
        const posted = toPost.map(({ indicator }) => indicatorKey(indicator));
        expect([...posted, ...held.keys()].toSorted()).toEqual([...asked.keys()].toSorted());
        // In order of arrival: the budget goes to who came first.
        expect(posted).toEqual([...asked.keys()].filter((key) => posted.includes(key)));

        const unapproved = toPost.filter(({ owner }) => owner.approvedBy === undefined);
        expect(unapproved.length).toBeLessThanOrEqual(most.organisation);
        for (const ofRequest of Map.groupBy(unapproved, ({ owner }) => owner.requestId).values()) {
          expect(ofRequest.length).toBeLessThanOrEqual(most.request);
        }
        for (const { indicator, owner } of unapproved)
          expect(owner.holds.has(indicatorKey(indicator))).toBe(false);
      },
    ),
  );
});
