import { isKnownName } from '../lifecycle/known-field-names.ts';
import { plainWord } from '../lifecycle/plain-word.ts';

/** `E-mail: carlos@corp.example`, perhaps as the entry of a list, and with the marks of wiki text around the label. */
const labelledLine = /^[\s*_#•-]*([^:\n]{1,60}?)[\s*_]*:[\s*_]*(\S.*)$/;

/** An address that Jira has made a link of: `[carlos@corp.example|mailto:carlos@corp.example]`. */
const mailLink = /\[([^|\]\s]+)\|mailto:[^\]]*\]/g;

/**
 * The lines of a description that begin with a label that is known, such as `Last working day: 2025-11-28`.
 * A label that stands there twice and does not say the same counts as not said.
 */
export function labelledLines(text: string): ReadonlyMap<string, string> {
  const said = new Map<string, Set<string>>();
  for (const line of text.split(/\r?\n/)) {
    const [, label = '', written = ''] = labelledLine.exec(line) ?? [];
    if (!isKnownName(label)) continue;
    const word = plainWord(label);
    said.set(word, (said.get(word) ?? new Set()).add(written.replaceAll(mailLink, '$1').trim()));
  }
  return new Map([...said].flatMap(([label, [only, another]]) => (only && !another ? [[label, only]] : [])));
}
