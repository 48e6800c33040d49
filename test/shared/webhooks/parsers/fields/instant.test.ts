import fc from 'fast-check';
import { expect, it } from 'vitest';
import { instant } from '#shared/webhooks/parsers/fields/instant.ts';

it.each([
  ['ISO 8601', '2026-11-22T10:00:00Z'],
  ['ISO 8601 with a zone', '2026-11-22T11:00:00+01:00'],
  ['a zone without colon', '2026-11-22T11:00:00.000+0100'],
  ['a zone of hours', '2026-11-22 11:00:00+01'],
  ['no zone, which is UTC', '2026-11-22 10:00:00'],
  ['no seconds', '2026-11-22T10:00Z'],
  ['ten digits of a fraction', '2026-11-22T10:00:00.0001234567Z'],
  ['seconds', 1_795_341_600],
  ['seconds in digits', '1795341600.000'],
  ['milliseconds', 1_795_341_600_000],
  ['microseconds', 1_795_341_600_000_000],
])('a moment is read that is written as %s', (_, written) => {
  expect(instant(written)).toEqual(new Date('2026-11-22T10:00:00Z'));
});

it.each([undefined, null, '', 'yesterday', '22.11.2026', '2026-13-40', 7, -1, Number.NaN, {}, [], true])(
  '%j is no moment',
  (written) => {
    expect(instant(written)).toBeUndefined();
  },
);

it('whatever is written, the moment can be shown or there is none', () => {
  fc.assert(
    fc.property(fc.oneof(fc.anything(), fc.double(), fc.string()), (written) => {
      expect(() => instant(written)?.toISOString()).not.toThrow();
    }),
  );
});
