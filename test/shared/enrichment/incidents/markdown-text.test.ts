import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeSpan, escapeMarkdown } from '#shared/enrichment/incidents/markdown-text.ts';

describe('text from outside in Markdown', () => {
  it('loses its meaning there', () => {
    expect(escapeMarkdown('*see* [here](x) <b>`c`</b> ~a_b~ #1 a|b !')).toBe(
      '\\*see\\* \\[here\\](x) \\<b\\>\\`c\\`\\</b\\> \\~a\\_b\\~ \\#1 a\\|b \\!',
    );
  });

  it('keeps any text within its code span', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('`', 'a', ' ') }), (text) => {
        const span = codeSpan(text);
        const [fence = ''] = /^`+/.exec(span) ?? [];
        const inside = span.slice(fence.length, -fence.length || undefined);
        expect(span.endsWith(fence)).toBe(true);
        expect(inside).not.toMatch(new RegExp(`(?<!\`)${fence}(?!\`)`));
      }),
    );
  });
});
