import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { retryAfterSeconds } from '#shared/cisco/http/retry-after.ts';

const now = new Date('2026-01-01T08:00:00Z');

const read = (value: string) => retryAfterSeconds(new Headers({ 'retry-after': value }), now);

describe('a Retry-After header', () => {
  it.each<[said: string, value: string, seconds: number | undefined]>([
    ['seconds', '7', 7],
    ['no wait', '0', 0],
    ['seconds among spaces', ' 30 ', 30],
    ['leading zeros', '0060', 60],
    ['a date to come', 'Thu, 01 Jan 2026 08:01:30 GMT', 90],
    ['the present moment', 'Thu, 01 Jan 2026 08:00:00 GMT', 0],
    ['a date gone by', 'Thu, 01 Jan 2026 07:00:00 GMT', 0],
    ['nothing', '', undefined],
    ['a negative number', '-5', undefined],
    ['a fraction', '1.5', undefined],
    ['seconds with their unit', '3172s', 3172],
    ['another unit', '5m', undefined],
    ['a unit alone', 's', undefined],
    ['more digits than any wait has', '9999999999', undefined],
    ['words', 'next week', undefined],
    ['a number that looks like a date to the machine', '2 GMT', undefined],
    ['a date without its zone', 'Thu, 01 Jan 2026 08:01:30', undefined],
    ['a day that does not exist', 'Thu, 99 Jan 2026 08:01:30 GMT', undefined],
    ['two headers joined', '5, 6', undefined],
  ])('that says %s (%j) is read as %s seconds', (_said, value, seconds) => {
    expect(read(value)).toBe(seconds);
  });

  it('is not missed when it is not there', () => {
    expect(retryAfterSeconds(new Headers(), now)).toBeUndefined();
  });

  it('rounds a part of a second up, so that nobody comes too early', () => {
    const at = new Date(now.getTime() + 250);
    const headers = new Headers({ 'retry-after': 'Thu, 01 Jan 2026 08:00:02 GMT' });
    expect(retryAfterSeconds(headers, at)).toBe(2);
  });

  it('with any printable text gives whole seconds from 0 on, or nothing', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const seconds = read(text);
        expect(seconds === undefined || (Number.isInteger(seconds) && seconds >= 0)).toBe(true);
      }),
    );
  });

  it('with a date gives the seconds until then', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), (seconds) => {
        expect(read(new Date(now.getTime() + seconds * 1_000).toUTCString())).toBe(seconds);
      }),
    );
  });
});
