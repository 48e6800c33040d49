import { type ApprovalRequested, approvalRequestedSchema } from '#shared/events/approval-requested.ts';
import { requestId } from '../held-request.ts';

/** What the worker tells when it holds something. */
export function approvalEvent(over: object = {}): ApprovalRequested {
  return approvalRequestedSchema.parse({
    version: 1,
    eventId: 'evt_1',
    requestId,
    parts: [0],
    connection: 'splunk',
    source: 'Enterprise Security',
    ticket: 'CASE-42',
    link: 'https://splunk.example/alerts/42',
    organisation: 'main',
    destinationList: 'soc-block',
    indicators: [
      {
        type: 'url',
        value: 'https://popular.example/login.html',
        reason: 'popular-name',
        explanation: 'Many people visit it every day.',
        touchedIdentities: 312,
      },
    ],
    heldCount: 1,
    occurredAt: '2026-12-01T03:58:09.000Z',
    ...over,
  });
}

/** A sender that tries to be more than text, in every channel at once. */
export const hostileFacts = {
  source: '<!channel> & <https://evil.example|click>\r\nBcc: all@corp.example',
  ticket: '`*[click](https://evil.example)*`\u202E',
};
