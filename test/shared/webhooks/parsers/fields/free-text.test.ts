import { describe, expect, it } from 'vitest';
import { claimsInMessage, claimsInProse, freeTextClaims } from '#shared/webhooks/parsers/fields/free-text.ts';
import { parsingContext } from '../parse-body.ts';

const prose = (text: string) => {
  const { values, unusable } = claimsInProse(text);
  return { taken: values.map(({ value }) => value), left: unusable.map(({ value }) => value) };
};

describe('prose', () => {
  it('gives what is disarmed or stands by itself, and tells which links it leaves out', () => {
    const text =
      'Panel at botnet[.]example and plain.example, dropper hxxp://dropper[.]example/a from 103.27.202.185.\n' +
      'Written up at https://blog.vendor.example/botnet and https://vendor.example[here].';
    expect(prose(text)).toEqual({
      taken: ['http://dropper.example/a', 'botnet.example', 'plain.example', '103.27.202.185'],
      left: ['https://blog.vendor.example/botnet', 'https://vendor.example[here].'],
    });
  });

  it.each([
    'http://bad[.]example/a',
    'http://bad\\.example/a',
    'hxxps://bad.example/a',
    'https[:]//bad.example/a',
  ])('gives a link that is disarmed: %s', (link) => {
    expect(prose(`It called ${link} twice`).taken).toEqual([
      expect.stringMatching(/^https?:\/\/bad\.example\/a$/),
    ]);
  });

  it('gives no address of a person', () => {
    expect(prose('Reported by jdoe@corp.example, sent by billing[@]bad[.]example.')).toEqual({
      taken: [],
      left: [],
    });
  });
});

it('a list with a word in each line gives its links too, since it is no prose', () => {
  expect(prose('https://bad.example/a\n\n  worse.example  \r\n103.27.202.185\n').taken).toEqual([
    'https://bad.example/a',
    'worse.example',
    '103.27.202.185',
  ]);
});

it('a message that somebody wrote to have something blocked gives its links', () => {
  expect(claimsInMessage('block https://bad.example/a please')).toEqual([{ value: 'https://bad.example/a' }]);
});

it('descriptions are looked at only if the connection says so', () => {
  const texts = ['bad[.]example', undefined, 7, 'worse[.]example'];
  const at = (freeText: boolean) =>
    freeTextClaims(parsingContext('jira', { freeText }).connection, texts).values;
  expect(at(false)).toEqual([]);
  expect(at(true)).toEqual([{ value: 'bad.example' }, { value: 'worse.example' }]);
});
