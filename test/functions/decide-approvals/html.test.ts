import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeHtml, html } from '../../../functions/decide-approvals/page/html.ts';

describe('a template of HTML', () => {
  it.each([
    ['&', '&amp;'],
    ['<b>', '&lt;b&gt;'],
    [`"it's"`, '&quot;it&#39;s&quot;'],
    ['&lt;', '&amp;lt;'],
  ])('writes %s as %s', (text, escaped) => {
    expect(html`<p title="${text}">${text}</p>`.text).toBe(`<p title="${escaped}">${escaped}</p>`);
  });

  it('takes what other templates made as it is, one or many, and leaves out what is missing', () => {
    const rows = ['<a>', 'b'].map((row) => html`<li>${row}</li>`);
    expect(html`<ul>${rows}</ul>${undefined}${html`<hr>`}${7}`.text).toBe(
      '<ul><li>&lt;a&gt;</li><li>b</li></ul><hr>7',
    );
  });

  it('never lets text out of its place', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...`&<>"'/=ab;#`) }), (text) => {
        expect(escapeHtml(text)).not.toMatch(/[<>"']|&(?!(?:amp|lt|gt|quot|#39);)/);
      }),
    );
  });
});
