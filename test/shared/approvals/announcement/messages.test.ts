import { describe, expect, it } from 'vitest';
import { announcementOf } from '#shared/approvals/announcement/announcement.ts';
import { emailMessage } from '#shared/approvals/announcement/email-message.ts';
import { slackMessage } from '#shared/approvals/announcement/slack-message.ts';
import { teamsMessage } from '#shared/approvals/announcement/teams-message.ts';
import { stageNameSchema } from '#shared/config/names.ts';
import { approvalEvent, hostileFacts } from './approval-event.ts';

const stage = stageNameSchema.parse('prod');
const links = [new URL('https://api.example/approvals/1.abc')] as const;
const validUntil = new Date('2026-12-02T03:58:09Z');
const announced = (over: object = {}) => announcementOf(approvalEvent(over), { links, validUntil });

const manyDomains = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    type: 'domain',
    value: `host-${index}.example`,
    reason: index % 3 === 0 ? 'own-domain-nearby' : 'popular-name',
    explanation: index % 3 === 0 ? `It is near host-${index}.` : 'Many people visit it every day.',
    touchedIdentities: index,
  }));

describe('the e-mail', () => {
  it('tells what, why, who asked, how many would be touched, and where to decide', () => {
    expect(emailMessage(announced(), stage)).toEqual({
      subject: 'SCC Automations (prod): 1 indicator waits for approval on soc-block',
      text: `1 indicator waits for approval on soc-block.
Not blocked unless a person says so:
  hxxps[:]//popular[.]example/login.html (url, used by 312 identities)

Why:
  1 × popular-name: Many people visit it every day.

Asked by: Enterprise Security, through splunk
Ticket: CASE-42
Would touch: 312 identities, by use in the last 7 days
Organisation: main
Request: req_38de1a9d4a3b3e8f6e3f6a9c9c0d1d5b

Look and decide until 2026-12-02 03:58 UTC:
https://api.example/approvals/1.abc

Whoever has this link can decide: do not pass it on to people who should not.`.replace(
        /req_[0-9a-f]+/,
        approvalEvent().requestId,
      ),
    });
  });

  it('names the first ten of many, counts all, and groups the reasons', () => {
    const { text } = emailMessage(announced({ indicators: manyDomains(100), heldCount: 5_000 }), stage);
    expect(text).toContain('5,000 indicators wait for approval on soc-block.');
    expect(text.match(/host-\d+\[\.\]example/g)).toHaveLength(10);
    expect(text).toContain('and 4,990 more, on the page');
    expect(text).toContain(
      '  66 × popular-name: Many people visit it every day.\n  34 × own-domain-nearby\n',
    );
    expect(text).toContain('Would touch: up to 99 identities for one of them');
  });

  it('says so where nobody asked the reports, or named themselves', () => {
    const indicators = [{ type: 'ipv4', value: '192.0.2.7', reason: 'not-told' }];
    const { text } = emailMessage(
      announced({ indicators, source: undefined, connection: undefined, ticket: undefined }),
      stage,
    );
    expect(text).toContain('Would touch: not known: the reports did not tell');
    expect(text).toContain('Asked by: a workload that did not name itself');
    expect(text).not.toContain('Ticket');
  });

  it('has a subject that SNS takes, whatever the names', () => {
    const longest = announced({ destinationList: `l${'-'.repeat(38)}`, heldCount: 250_000, ...hostileFacts });
    const { subject } = emailMessage(longest, stageNameSchema.parse(`s${'-'.repeat(15)}`));
    expect(subject).toMatch(/^[ -~]{1,99}$/);
  });

  it('gives a sender no lines and no links of its own', () => {
    const { text } = emailMessage(announced(hostileFacts), stage);
    expect(text).not.toMatch(/^Bcc/m);
    expect(text.match(/https?:\/\/\S+/g)).toEqual(['https://api.example/approvals/1.abc']);
    expect(text).not.toContain('corp.example');
    expect(text).not.toMatch(/\r|\u202E/);
  });
});

describe('the Slack message', () => {
  const sections = (message: object) => JSON.stringify(message);

  it('is blocks of text of which Slack makes no links or mentions, with the one link to decide', () => {
    expect(slackMessage(announced())).toMatchObject({
      text: '1 indicator waits for approval on soc-block',
      unfurl_links: false,
      unfurl_media: false,
      blocks: [
        {
          type: 'section',
          text: {
            type: 'mrkdwn',
            verbatim: true,
            text: '*1 indicator waits for approval on soc-block*\n• `hxxps[:]//popular[.]example/login.html (url, used by 312 identities)`',
          },
        },
        { text: { text: '*Why*\n• 1 × `popular-name` Many people visit it every day.' } },
        { text: { text: expect.stringContaining('*Asked by*: `Enterprise Security, through splunk`') } },
        {
          text: { text: expect.stringContaining('*<https://api.example/approvals/1.abc|Look and decide>*') },
        },
      ],
    });
  });

  it('shows what a sender wrote as text', () => {
    const text = sections(slackMessage(announced(hostileFacts)));
    expect(text).toContain('&lt;!channel&gt; &amp; &lt;hxxps[:]//evil[.]example|click&gt; Bcc');
    expect(text.match(/<[^|>]*\|/g)).toEqual(['<https://api.example/approvals/1.abc|']);
    expect(text).toContain("`'*[click](hxxps[:]//evil[.]example)*'`");
  });

  it('keeps to the length of a section by leaving whole lines out', () => {
    const indicators = manyDomains(100).map((one, index) => ({
      ...one,
      reason: `reason-${index}`,
      explanation: '&'.repeat(200),
    }));
    for (const { text } of blocksOf(slackMessage(announced({ indicators, heldCount: 100 })))) {
      expect(text.text.length).toBeLessThanOrEqual(3_000);
      expect(text.text).not.toMatch(/&(?!amp;)/);
    }
  });
});

describe('the Teams message', () => {
  it('is an Adaptive Card with the one action, to look and decide', () => {
    expect(teamsMessage(announced())).toMatchObject({
      type: 'message',
      attachments: [
        {
          contentType: 'application/vnd.microsoft.card.adaptive',
          content: {
            type: 'AdaptiveCard',
            actions: [{ type: 'Action.OpenUrl', url: 'https://api.example/approvals/1.abc' }],
          },
        },
      ],
    });
  });

  it('holds what comes from outside in text runs alone, which know no markup', () => {
    const text = JSON.stringify(teamsMessage(announced(hostileFacts)));
    expect(text).toContain('[click](hxxps[:]//evil[.]example)');
    expect(text).not.toContain('"TextBlock"');
    expect(text).not.toContain('"FactSet"');
  });

  it('stays below the 28 KB that Teams takes', () => {
    const message = teamsMessage(announced({ indicators: manyDomains(100), heldCount: 100 }));
    expect(JSON.stringify(message).length).toBeLessThan(28_000);
  });
});

function blocksOf(message: object): { text: { text: string } }[] {
  return 'blocks' in message && Array.isArray(message.blocks) ? message.blocks : [];
}
