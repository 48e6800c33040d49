/** Text as it is, in a Markdown code span: nothing in it is read as markup, whatever it holds. */
export function codeSpan(text: string): string {
  const longestRun = Math.max(0, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length));
  const fence = '`'.repeat(longestRun + 1);
  const needsSpace = text.startsWith('`') || text.endsWith('`');
  return needsSpace ? `${fence} ${text} ${fence}` : `${fence}${text}${fence}`;
}

/** Words from outside within Markdown, without a meaning of their own there. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>|#~&!]/g, '\\$&');
}
