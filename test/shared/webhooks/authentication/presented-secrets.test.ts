import { describe, expect, it } from 'vitest';
import { authenticationSchema } from '#shared/config/authentication.ts';
import type { PresentedCredentials } from '#shared/webhooks/authentication/authentication.ts';
import { authenticationMethod } from '#shared/webhooks/authentication/methods.ts';

const current = 'secret_of_the_present_0123456789abcdef';
const previous = 'secret_of_the_past_0123456789abcdefgh';
const base64 = (text: string) => Buffer.from(text).toString('base64');

type Presented = Partial<Pick<PresentedCredentials, 'urlSecret'>> & { headers?: Record<string, string> };

function authenticate(
  settings: unknown,
  { headers = {}, ...presented }: Presented,
  stored = [current, previous],
) {
  const method = authenticationMethod(authenticationSchema.parse(settings));
  if (method.proof !== 'secret') throw new Error('these schemes have secrets');
  const [first = '', second] = stored.map((one) => method.secretSchema.parse(one));
  return method.authenticate(
    {
      headers: new Map(Object.entries(headers)),
      body: Buffer.alloc(0),
      receivedAt: new Date(0),
      ...presented,
    },
    { current: first, previous: second },
  );
}

const allowedSources = ['203.0.113.0/24'];

describe.each<{
  scheme: string;
  settings: unknown;
  stored?: (one: string) => string;
  present: (one: string) => Presented;
}>([
  {
    scheme: 'basic authentication',
    settings: 'basic',
    stored: (one) => `soc:${one}:x`,
    present: (one) => ({ headers: { authorization: `Basic ${base64(`soc:${one}:x`)}` } }),
  },
  {
    scheme: 'an API key',
    settings: 'api-key',
    present: (one) => ({ headers: { 'x-api-key': one } }),
  },
  {
    scheme: 'an API key under a name of its own',
    settings: { scheme: 'api-key', header: 'X-TheHive-Key' },
    present: (one) => ({ headers: { 'x-thehive-key': ` ${one} ` } }),
  },
  {
    scheme: 'a secret in the address',
    settings: { scheme: 'url-secret', allowedSources },
    present: (one) => ({ urlSecret: one }),
  },
])('$scheme', ({ settings, stored = (one) => one, present }) => {
  const secrets = [stored(current), stored(previous)];

  it.each([current, previous])('is authentic as one of two valid secrets: %s', (one) => {
    expect(authenticate(settings, present(one), secrets)).toEqual({ kind: 'authentic' });
  });

  it.each([
    ['missing', {}],
    ['another', present('secret_of_a_stranger_0123456789abcdef')],
    ['cut short', present(current.slice(0, -1))],
    ['longer', present(`${current}0`)],
    ['empty', present('')],
    ['both at once', present(`${current},${previous}`)],
  ])('is refused when it is %s', (_, presented) => {
    const answer = authenticate(settings, presented, secrets);
    expect(answer).toEqual({ kind: 'refused', likelyCause: expect.any(String) });
    expect(JSON.stringify(answer)).not.toContain(current.slice(0, -1));
  });
});

describe('basic authentication', () => {
  it.each(['Bearer abc', 'Basic', 'Basic !!!', `Basic ${base64('no colon')}`, 'basic  '])(
    'is refused as %j',
    (authorization) => {
      expect(authenticate('basic', { headers: { authorization } }, [`soc:${current}`]).kind).toBe('refused');
    },
  );

  it('may hold letters beyond ASCII', () => {
    const stored = `søc:${current}ü`;
    const authorization = `basic ${base64(stored)}`;
    expect(authenticate('basic', { headers: { authorization } }, [stored]).kind).toBe('authentic');
  });
});

describe('a stored secret', () => {
  it.each([
    ['basic', 'soc:short'],
    ['basic', current],
    ['api-key', 'short'],
    ['api-key', 'with a space in the middle'],
    ['bearer-token', 'with a space in the middle'],
    [{ scheme: 'url-secret', allowedSources }, 'shorter_than_32_characters'],
    [{ scheme: 'url-secret', allowedSources }, `${current}/with a slash`],
    ['teams', 'not base64, but long enough'],
    ['teams', base64('short')],
    ['github', 'short'],
    [{ scheme: 'hmac', header: 'X-Signature', secretEncoding: 'hex' }, 'no hexadecimal digits at all'],
    [{ scheme: 'hmac', header: 'X-Signature', secretEncoding: 'hex' }, '0123456789abcdef0123456789abcde'],
  ])('for %j is not taken as %j', (settings, stored) => {
    const method = authenticationMethod(authenticationSchema.parse(settings));
    expect(method.proof === 'secret' && method.secretSchema.safeParse(stored).success).toBe(false);
  });
});
