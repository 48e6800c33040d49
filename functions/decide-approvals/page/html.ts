/** Text that is HTML already. Only {@link html} makes it, so that what comes from outside is always escaped. */
class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export type { Html };

/** What may stand in a template: text, which is escaped, or what another template made; `undefined` is left out. */
export type HtmlPart = string | number | Html | readonly Html[] | undefined;

/** A template of HTML: html`<p title="${title}">${text}</p>`. Attributes need double quotes around them. */
export function html(literals: TemplateStringsArray, ...parts: readonly HtmlPart[]): Html {
  return new Html(
    literals.map((literal, index) => (index === 0 ? '' : rendered(parts[index - 1])) + literal).join(''),
  );
}

function rendered(part: HtmlPart): string {
  if (part === undefined) return '';
  if (part instanceof Html) return part.text;
  if (typeof part === 'object') return part.map(({ text }) => text).join('');
  return escapeHtml(String(part));
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** For text between tags and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
}
