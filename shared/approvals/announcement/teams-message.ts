import { displayTime } from '../display-time.ts';
import type { Announcement } from './announcement.ts';
import { paragraph, teamsCard } from './teams-card.ts';

/**
 * The announcement for a Teams workflow that is started by a webhook, as an Adaptive Card. What comes from outside
 * stands in text runs, which know no markup; text blocks would read Markdown in it.
 * @see https://learn.microsoft.com/en-us/microsoftteams/platform/webhooks-and-connectors/how-to/connectors-using
 * @see https://adaptivecards.io/explorer/TextRun.html
 */
export function teamsMessage(announcement: Announcement): object {
  const { title, values, notNamed, reasons, facts, links, validUntil } = announcement;
  return teamsCard({
    body: [
      paragraph({ text: title, weight: 'Bolder', size: 'Medium' }),
      ...values.map((text) => paragraph({ text, fontType: 'Monospace' })),
      ...(notNamed > 0
        ? [paragraph({ text: `and ${notNamed.toLocaleString('en-US')} more, on the page` })]
        : []),
      paragraph({ text: 'Why', weight: 'Bolder' }),
      ...reasons.map(({ reason, explanation, count }) =>
        paragraph({ text: `${count} × ${reason}${explanation ? `: ${explanation}` : ''}` }),
      ),
      ...facts.map(({ label, text }) => paragraph({ text: `${label}: `, weight: 'Bolder' }, { text })),
      paragraph({
        text: `The link works until ${displayTime(validUntil)}. Whoever has it can decide.`,
        isSubtle: true,
      }),
    ],
    actions: links.map((link) => ({ type: 'Action.OpenUrl', title: 'Look and decide', url: link.href })),
  });
}
