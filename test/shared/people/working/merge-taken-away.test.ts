import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mergeTakenAway } from '#shared/people/working/merge-taken-away.ts';

const named = fc.option(
  fc.array(fc.integer({ min: 0, max: 5 }).map((id) => ({ id: `id-${id}`, name: `name-${id}` }))),
  { nil: undefined },
);
const takenAway = fc.record({
  signIn: fc.option(fc.boolean(), { nil: undefined }),
  groups: named,
  roles: named,
  firewallManagerRoles: fc.option(fc.array(fc.constantFrom('ROLE_ADMIN', 'ROLE_READ_ONLY')), {
    nil: undefined,
  }),
});

it('what was put down once is never forgotten, whatever is found later', () => {
  fc.assert(
    fc.property(takenAway, takenAway, (earlier, found) => {
      const merged = mergeTakenAway(earlier, found);
      for (const one of [earlier, found]) {
        if (one.signIn) expect(merged.signIn).toBe(true);
        expect(merged.groups ?? []).toEqual(expect.arrayContaining(one.groups ?? []));
        expect(merged.roles ?? []).toEqual(expect.arrayContaining(one.roles ?? []));
        expect(merged.firewallManagerRoles ?? []).toEqual(
          expect.arrayContaining(one.firewallManagerRoles ?? []),
        );
      }
    }),
  );
});

it('the same is put down once', () => {
  const groups = [{ id: 'a', name: 'A' }];
  expect(mergeTakenAway({ groups }, { groups })).toEqual({ groups });
});

it('nothing stays nothing: an account without a role is told from no account', () => {
  expect(mergeTakenAway({}, {}).firewallManagerRoles).toBeUndefined();
  expect(mergeTakenAway({}, { firewallManagerRoles: [] }).firewallManagerRoles).toEqual([]);
});
