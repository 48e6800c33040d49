import { isJsonObject } from './field-at.ts';

/** Node types behind which a line ends. */
const blocks: ReadonlySet<unknown> = new Set([
  'paragraph',
  'heading',
  'listItem',
  'tableCell',
  'codeBlock',
  'hardBreak',
]);

/**
 * The text in a document of Jira: wiki text as it is, or the text nodes of the Atlassian Document Format.
 * Cards and links are left out: they are pages that somebody refers to.
 * @see https://developer.atlassian.com/cloud/jira/platform/apis/document/structure/
 */
export function textInDocument(document: unknown): string | undefined {
  if (typeof document === 'string') return document;
  if (!isJsonObject(document)) return undefined;
  return textIn(document);
}

function textIn(node: unknown): string {
  if (!isJsonObject(node)) return '';
  if (typeof node.text === 'string') return node.text;
  const children = Array.isArray(node.content) ? node.content.map(textIn).join('') : '';
  return blocks.has(node.type) ? `${children}\n` : children;
}
