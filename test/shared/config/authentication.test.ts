import { describe, expect, it } from 'vitest';
import { authenticationSchema, authenticationWords } from '#shared/config/authentication.ts';

const allowedSources = ['203.0.113.0/24', '2001:db8::/32'];

/** The first complaint about a setting, with its place. */
function complaintAbout(settings: unknown): string {
  const { error } = authenticationSchema.safeParse(settings);
  const issue = error?.issues[0];
  return issue ? `${issue.path.join('.')}: ${issue.message}` : 'none';
}

describe('the authentication of a connection', () => {
  it.each(authenticationWords)('may be the word %s, which is short for an object', (word) => {
    expect(authenticationSchema.parse(word)).toEqual(authenticationSchema.parse({ scheme: word }));
  });

  it.each([
    ...authenticationWords,
    { scheme: 'github', allowedSources },
    { scheme: 'stripe', header: 'X-Acme-Signature' },
    { scheme: 'url-secret', allowedSources },
    { scheme: 'aws-iam', callers: ['arn:aws:iam::111122223333:role/soar'], allowedSources },
    { scheme: 'hmac', header: 'X-Signature' },
    { scheme: 'hmac', header: 'X-Signature', signedContent: '{timestamp}{body}', timestampHeader: 'X-Time' },
    { scheme: 'hmac', header: 'X-Signature', signedContent: '{body}|{id}', idHeader: 'X-Id' },
  ])('is read to the same once more, since the deployed file is read again: %j', (settings) => {
    const read = authenticationSchema.parse(settings);
    expect(authenticationSchema.parse(read)).toEqual(read);
  });

  it.each([
    ['a word that needs settings', 'url-secret'],
    ['an unknown word', 'password'],
    ['an unknown scheme', { scheme: 'password' }],
    ['a secret in the address from anywhere', { scheme: 'url-secret' }],
    ['a secret in the address from nowhere', { scheme: 'url-secret', allowedSources: [] }],
    ['AWS callers that are not named', { scheme: 'aws-iam', callers: [] }],
    [
      'an AWS caller that is no role or user',
      { scheme: 'aws-iam', callers: ['arn:aws:iam::111122223333:root'] },
    ],
    ['a setting of another scheme', { scheme: 'github', header: 'X-Other' }],
    ['a header that is none', { scheme: 'api-key', header: 'X Api Key' }],
    ['a tolerance of an hour', { scheme: 'hmac', header: 'X-Signature', toleranceSeconds: 3_600 }],
  ])('may not be %s', (_, settings) => {
    expect(authenticationSchema.safeParse(settings).success).toBe(false);
  });

  it.each(['0.0.0.0/0', '203.0.0.0/7', '::/0', '2000::/3'])(
    'may not allow the whole Internet: %s',
    (range) => {
      expect(complaintAbout({ scheme: 'github', allowedSources: [range] })).toBe(
        'allowedSources.0: the range is too wide to protect anything: at least /8 for IPv4, /16 for IPv6',
      );
    },
  );

  it.each(['203.0.113.7', '203.0.113.0/33', 'corp.example'])(
    'may not allow %s, which is no range',
    (range) => {
      expect(authenticationSchema.safeParse({ scheme: 'github', allowedSources: [range] }).success).toBe(
        false,
      );
    },
  );
});

describe('the signed content of a described HMAC', () => {
  it.each([
    ['', {}, '{body} must be signed, exactly once'],
    ['{body}{body}', {}, '{body} must be signed, exactly once'],
    ['{url}{body}', {}, 'only {body}, {timestamp} and {id} may stand in braces'],
    ['{{body}}', {}, 'only {body}, {timestamp} and {id} may stand in braces'],
    ['{timestamp}.{body}', {}, '{timestamp} needs timestampHeader'],
    ['{id}.{body}', {}, '{id} needs idHeader'],
    [
      '{body}',
      { timestampHeader: 'X-Time' },
      'timestampHeader is named but {timestamp} is not signed: what is not signed proves nothing',
    ],
    ['{id}.{id}.{body}', { idHeader: 'X-Id' }, '{id} may be named once'],
    ['{id}{body}', { idHeader: 'X-Id' }, /\{id\} needs a character around it that no id has/],
    ['{body}-{id}', { idHeader: 'X-Id' }, /\{id\} needs a character around it that no id has/],
  ])('may not be %j with %j', (signedContent, headers, complaint) => {
    const told = complaintAbout({ scheme: 'hmac', header: 'X-Signature', signedContent, ...headers });
    expect(told.replace('signedContent: ', '')).toMatch(complaint);
  });
});
