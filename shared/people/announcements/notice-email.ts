import type { EmailMessage } from '../../approvals/announcement/email-message.ts';
import type { StageName } from '../../config/names.ts';
import type { Notice } from './notice.ts';
import { noticeText } from './notice-text.ts';

const longestSubject = 99;

/** A notice as a plain e-mail. An address with letters beyond ASCII loses them in the subject, which takes no others. */
export function noticeEmail(notice: Notice, stage: StageName): EmailMessage {
  const subject = `SCC Automations (${stage}): ${notice.title}`;
  return {
    subject: subject.replace(/[^\x20-\x7e]/g, '?').slice(0, longestSubject),
    text: noticeText(notice),
  };
}
