import { describe, expect, it } from 'vitest';
import { plainSlackText } from '#shared/webhooks/parsers/slack-text.ts';
import { plainTeamsText } from '#shared/webhooks/parsers/teams-text.ts';

describe('a message of Slack is read as it was typed', () => {
  it.each([
    ['a name that Slack made a link of', '<http://bad.example|bad.example>', 'bad.example'],
    ['a link', '<https://bad.example/a?b=1&amp;c=2>', 'https://bad.example/a?b=1&c=2'],
    ['a link behind other words', '<https://bad.example/a|our intranet>', 'https://bad.example/a'],
    ['an address', '<mailto:jdoe@corp.example|jdoe@corp.example>', 'jdoe@corp.example'],
    ['a mention', '<@U123> <!here> <#C1|soc> x', '      x'],
    ['escaped characters', 'a &lt;b&gt; &amp;amp;', 'a <b> &amp;'],
  ])('%s', (_, sent, typed) => {
    expect(plainSlackText(sent)).toBe(typed);
  });
});

describe('a message of Teams is read as it was typed', () => {
  it.each([
    ['a mention', '<at>Blocker</at> bad.example', '  bad.example'],
    ['a link', '<a href="http://elsewhere.example">http://bad.example</a>', ' http://bad.example '],
    ['paragraphs', '<p>a.example</p><p>b.example</p>', ' a.example  b.example '],
    ['escaped characters', 'a&nbsp;b &lt;c&gt; &amp;lt;', 'a b <c> &lt;'],
  ])('%s', (_, sent, typed) => {
    expect(plainTeamsText(sent)).toBe(typed);
  });
});
