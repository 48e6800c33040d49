import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decideAdd } from '../../secure-access/decide-add.ts';
import { detectDestinationType } from '../../secure-access/destination.ts';
import { defaultSettings, type Settings } from '../../secure-access/settings.ts';

const value = fc.constantFrom(
  'a.example',
  'b.example',
  'c.example',
  'no domain',
  'github.com/x',
  '203.0.113.9',
);
const settings = fc
  .record({
    duplicates: fc.constantFrom<Settings['duplicates']>('skip', 'refuse', 'refuse-under-200'),
    mixedBatch: fc.constantFrom<Settings['mixedBatch']>('refuse-all', 'partial'),
    silentlyDroppedValues: fc.subarray(['a.example', 'c.example']),
  })
  .map((switches): Settings => ({ ...defaultSettings, ...switches }));
const situation = fc.record({
  requested: fc
    .array(value, { maxLength: 12 })
    .map((values) => values.map((destination) => ({ destination }))),
  present: fc.subarray(['a.example', 'b.example', '203.0.113.9']),
  freeCapacity: fc.integer({ min: 0, max: 10 }),
  settings,
});

describe('deciding about an add', () => {
  test('never stores anything twice, beyond the capacity, or that is no destination', () => {
    fc.assert(
      fc.property(situation, ({ requested, present, freeCapacity, settings }) => {
        const decision = decideAdd(requested, {
          isPresent: (destination) => present.includes(destination),
          freeCapacity,
          settings,
        });
        const stored = decision.store.map(({ destination }) => destination);
        expect(new Set(stored).size).toBe(stored.length);
        expect(stored.length).toBeLessThanOrEqual(freeCapacity);
        for (const destination of stored) {
          expect(present).not.toContain(destination);
          expect(detectDestinationType(destination)).toBeDefined();
        }
      }),
    );
  });

  test('stores nothing beside a refusal unless partial batches are switched on', () => {
    fc.assert(
      fc.property(situation, ({ requested, present, freeCapacity, settings }) => {
        const isPresent = (destination: string) => present.includes(destination);
        const decision = decideAdd(requested, { isPresent, freeCapacity, settings });
        if (decision.refusal && settings.mixedBatch === 'refuse-all') expect(decision.store).toEqual([]);
      }),
    );
  });
});

describe('the type of a destination', () => {
  test.each([
    ['bad.example', 'domain'],
    ['BAD.Example', 'domain'],
    ['xn--bcher-kva.example', 'domain'],
    ['_dmarc.bad.example', 'domain'],
    ['203.0.113.9', 'ipv4'],
    ['198.51.100.0/24', 'ipv4'],
    ['2001:db8::1', 'ipv6'],
    ['2001:db8::/32', 'ipv6'],
    ['bad.example/path', 'url'],
    ['https://bad.example/path?x=1', 'url'],
    ['http://203.0.113.9/x', 'url'],
    ['http://[2001:db8::1]/x', 'url'],
    ['bücher.example', undefined],
    ['bad.example.', undefined],
    ['*.bad.example', undefined],
    ['bad..example', undefined],
    ['example', undefined],
    ['1.2.3', undefined],
    ['ftp://bad.example/x', undefined],
  ])('of %s is %s', (text, type) => {
    expect(detectDestinationType(text)).toBe(type);
  });

  test('is none for any text with white space or an asterisk', () => {
    const unit = fc.constantFrom('a', '1', '.', ':', '/', '-', '?', '[', ']', '%', '@', 'ü');
    const text = fc.string({ unit, maxLength: 30 });
    fc.assert(
      fc.property(text, fc.constantFrom(' ', '\t', '\n', '*'), text, (start, intruder, end) => {
        expect(detectDestinationType(start + intruder + end)).toBeUndefined();
      }),
    );
  });
});
