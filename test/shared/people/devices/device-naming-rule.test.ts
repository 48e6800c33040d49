import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deviceNamingRuleSchema, devicesNamedAfter } from '#shared/people/devices/device-naming-rule.ts';
import { emailAddressSchema } from '#shared/people/email-address.ts';

const person = (mailbox: string) => emailAddressSchema.parse(`${mailbox}@acme.example`);
const named = (...names: string[]) => names.map((name) => ({ name }));

describe('a naming rule', () => {
  it.each(['{mailbox}', 'LT-{mailbox}', 'LT-{mailbox}-#', '#_{mailbox}', '{mailbox} laptop #'])(
    'may be %s',
    (rule) => {
      expect(deviceNamingRuleSchema.parse(rule)).toBe(rule);
    },
  );

  it.each([
    ['that fits everybody', 'LT-#'],
    ['that names the person twice', '{mailbox}-{mailbox}'],
    ['in which another name could go on', 'LT{mailbox}'],
    ['in which a number could be part of a name', '{mailbox}#'],
    ['with a wildcard', '{mailbox}-*'],
    ['with a regular expression', '{mailbox}-.+'],
    ['that is empty', ''],
  ])('%s is refused: %s', (_said, rule) => {
    expect(deviceNamingRuleSchema.safeParse(rule).success).toBe(false);
  });

  it.each([
    ['LT-{mailbox}-#', 'ann', ['LT-ann-1', 'lt-ANN-12']],
    ['LT-{mailbox}-#', 'ann-1', ['LT-ann-1-7']],
    ['{mailbox}', 'ann', ['Ann']],
    ['LT-{mailbox}-#', 'o.brien', []],
  ])('%s gives %s just their devices', (rule, mailbox, names) => {
    const devices = named(
      'LT-ann-1',
      'lt-ANN-12',
      'LT-ann-1-7',
      'LT-joann-1',
      'LT-ann-',
      'Ann',
      'LT-oxbrien-1',
    );
    const found = devicesNamedAfter(person(mailbox), deviceNamingRuleSchema.parse(rule), devices);
    expect(found).toEqual(named(...names));
  });

  it('gives no device to two people with different mailboxes', () => {
    const mailbox = fc
      .stringMatching(/^[a-z0-9](?:[a-z0-9._-]{0,6}[a-z0-9])?$/)
      .filter((text) => !text.includes('..'));
    const side = fc.stringMatching(/^[a-c0-2#._ -]{0,5}$/);
    fc.assert(
      fc.property(
        side,
        side,
        mailbox,
        mailbox,
        fc.array(fc.nat({ max: 30 }), { minLength: 4 }),
        (...values) => {
          const [before, after, one, other, numbers] = values;
          const parsed = deviceNamingRuleSchema.safeParse(`${before}{mailbox}${after}`);
          fc.pre(parsed.success && one !== other);
          let next = 0;
          const name = parsed.data
            .replace('{mailbox}', one)
            .replaceAll('#', () => String(numbers[next++ % numbers.length]));
          expect(devicesNamedAfter(person(one), parsed.data, named(name))).toHaveLength(1);
          expect(devicesNamedAfter(person(other), parsed.data, named(name))).toEqual([]);
        },
      ),
    );
  });
});
