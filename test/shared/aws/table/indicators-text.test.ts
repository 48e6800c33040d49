import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indicatorsText, indicatorsTextSchema } from '#shared/aws/table/indicators-text.ts';
import { indicatorTypes, indicatorValueSchema } from '#shared/iocs/indicator.ts';

const indicator = fc.record({
  type: fc.constantFrom(...indicatorTypes),
  value: fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 50 })
    .map((value) => indicatorValueSchema.parse(value)),
});

describe('indicators as one text of a row', () => {
  it('come back as they were written', () => {
    fc.assert(
      fc.property(fc.array(indicator), (indicators) => {
        expect(indicatorsTextSchema.parse(indicatorsText(indicators))).toEqual(indicators);
      }),
    );
  });

  it.each([
    '',
    '[',
    '{}',
    '["bad.example"]',
    '[{"type":"name","value":"bad.example"}]',
    '[{"type":"domain","value":""}]',
  ])('are not what %s says', (text) => {
    expect(indicatorsTextSchema.safeParse(text).success).toBe(false);
  });
});
