import type { Notice } from './notice.ts';

/** A notice as plain text, for e-mail and tickets. */
export function noticeText({ title, lines, notShown, facts, nextSteps }: Notice): string {
  const paragraphs = [
    [
      `${title}.`,
      ...lines.map((line) => `  ${line}`),
      ...(notShown > 0 ? [`  ${notShownText(notShown)}`] : []),
    ],
    facts.map(({ label, text }) => `${label}: ${text}`),
    nextSteps,
  ];
  return paragraphs
    .filter((paragraph) => paragraph.length > 0)
    .map((paragraph) => paragraph.join('\n'))
    .join('\n\n');
}

/** How many are not shown: `and 4,980 more`. */
export function notShownText(count: number): string {
  return `and ${count.toLocaleString('en-US')} more`;
}
