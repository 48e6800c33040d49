import { expect, it } from 'vitest';
import { checkMove, mayMove } from '#shared/people/changes/transitions.ts';
import { leaver } from '../lifecycle/lifecycle-requests.ts';
import { personChange } from './person-changes.ts';

const at = new Date('2026-11-20T17:00:00Z');

it.each([
  ['held', 'planned', true],
  ['held', 'under-way', false],
  ['planned', 'under-way', true],
  ['planned', 'planned', true],
  ['planned', 'done', false],
  ['under-way', 'cancelled', false],
  ['incomplete', 'under-way', true],
  ['done', 'undoing', true],
  ['done', 'replaced', false],
  ['removed', 'undoing', false],
  ['cancelled', 'planned', false],
] as const)('from %s to %s: %s', (from, to, expected) => {
  expect(mayMove(from, to)).toBe(expected);
});

it('who moves a change where it may not go is told what would be right', () => {
  const change = personChange(leaver('ada@corp.example', at), { state: 'cancelled', at, by: 'ops' });
  expect(() => checkMove(change, 'planned')).toThrow(
    /is cancelled and cannot become planned; .* nothing else/,
  );
});
