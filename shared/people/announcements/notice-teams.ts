import { paragraph, teamsCard } from '../../approvals/announcement/teams-card.ts';
import type { Notice } from './notice.ts';
import { notShownText } from './notice-text.ts';

/**
 * A notice for a Teams workflow that is started by a webhook, as an Adaptive Card.
 * @see https://learn.microsoft.com/en-us/microsoftteams/platform/webhooks-and-connectors/how-to/connectors-using
 */
export function noticeTeams({ title, lines, notShown, facts, nextSteps }: Notice): object {
  return teamsCard({
    body: [
      paragraph({ text: title, weight: 'Bolder', size: 'Medium' }),
      ...lines.map((text) => paragraph({ text })),
      ...(notShown > 0 ? [paragraph({ text: notShownText(notShown) })] : []),
      ...facts.map(({ label, text }) => paragraph({ text: `${label}: `, weight: 'Bolder' }, { text })),
      ...nextSteps.map((text) => paragraph({ text, isSubtle: true })),
    ],
  });
}
