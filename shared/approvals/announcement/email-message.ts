import type { StageName } from '../../config/names.ts';
import { displayTime } from '../display-time.ts';
import type { Announcement } from './announcement.ts';

/** What SNS sends to the topic's subscribers. */
export interface EmailMessage {
  /**
   * ASCII, without control characters and shorter than 100 characters.
   * @see https://docs.aws.amazon.com/sns/latest/api/API_Publish.html
   */
  readonly subject: string;
  readonly text: string;
}

const longestSubject = 99;

/** The announcement as a plain e-mail. The subject holds nothing that a sender wrote. */
export function emailMessage(announcement: Announcement, stage: StageName): EmailMessage {
  const { title, values, notNamed, reasons, facts, links, validUntil } = announcement;
  return {
    subject: `SCC Automations (${stage}): ${title}`.slice(0, longestSubject),
    text: [
      `${title}.`,
      'Not blocked unless a person says so:',
      ...values.map((value) => `  ${value}`),
      ...(notNamed > 0 ? [`  and ${notNamed.toLocaleString('en-US')} more, on the page`] : []),
      '',
      'Why:',
      ...reasons.map(
        ({ reason, explanation, count }) => `  ${count} × ${reason}${explanation ? `: ${explanation}` : ''}`,
      ),
      '',
      ...facts.map(({ label, text }) => `${label}: ${text}`),
      '',
      `Look and decide until ${displayTime(validUntil)}:`,
      ...links.map((link) => link.href),
      '',
      'Whoever has this link can decide: do not pass it on to people who should not.',
    ].join('\n'),
  };
}
