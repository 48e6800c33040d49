import { describe, expect, it } from 'vitest';
import type { HttpCall } from '#shared/cisco/http/http-call.ts';
import { followRedirect } from '#shared/cisco/http/redirect.ts';

const call: HttpCall = {
  method: 'GET',
  url: new URL('https://api.sse.cisco.com/reports/v2/activity?limit=1'),
  headers: { accept: 'application/json', Authorization: 'Bearer canary' },
  repetition: 'repeatable',
};

const follow = (location: string | null, more: Partial<HttpCall> = {}, status = 302) =>
  followRedirect({ ...call, ...more }, status, location);

describe('a redirect within the same origin', () => {
  it.each([
    ['/reports.eu/v2/activity?limit=1', 'https://api.sse.cisco.com/reports.eu/v2/activity?limit=1'],
    ['https://api.sse.cisco.com:443/other', 'https://api.sse.cisco.com/other'],
    ['?page=2', 'https://api.sse.cisco.com/reports/v2/activity?page=2'],
  ])('to %s is followed with the token', (location, url) => {
    expect(follow(location)).toEqual({ ...call, url: new URL(url) });
  });

  it.each([301, 302, 307, 308])('is followed with status %i', (status) => {
    expect(follow('/other', {}, status)?.url.pathname).toBe('/other');
  });
});

describe('a redirect to another origin', () => {
  it.each([
    ['another host', 'https://reports.eu.sse.cisco.com/reports/v2/activity'],
    ['another host without scheme', '//collector.example/reports'],
    ['another port', 'https://api.sse.cisco.com:8443/reports'],
    ['a host that begins alike', 'https://api.sse.cisco.com.collector.example/'],
    ['a host behind a user name', 'https://api.sse.cisco.com@collector.example/'],
  ])('(%s) is followed without the token', (_said, location) => {
    const followed = follow(location);
    expect(followed?.headers).toEqual({ accept: 'application/json' });
  });

  it.each(['authorization', 'Authorization', 'AUTHORIZATION'])('drops %s however it is written', (name) => {
    expect(follow('https://collector.example/', { headers: { [name]: 'Bearer canary' } })?.headers).toEqual(
      {},
    );
  });
});

describe('a redirect of a call that says whom it trusts', () => {
  const isTrusted = (url: URL) => url.hostname.endsWith('.cisco.com');

  it('is followed with the token to another origin that it trusts', () => {
    const followed = follow('https://reports.eu.cisco.com/v2/activity', { isTrusted });
    expect(followed?.headers).toEqual(call.headers);
    expect(followed?.url.hostname).toBe('reports.eu.cisco.com');
  });

  it('is not followed to any other: without a token nothing would be answered there', () => {
    expect(follow('https://collector.example/', { isTrusted })).toBeUndefined();
  });

  it('is asked again at the next redirect', () => {
    const followed = follow('https://reports.eu.cisco.com/', { isTrusted });
    expect(followed && followRedirect(followed, 302, 'https://collector.example/')).toBeUndefined();
  });
});

describe('a redirect is not followed', () => {
  it.each([
    ['from https to http on the same host', 'http://api.sse.cisco.com/reports'],
    ['to http elsewhere', 'http://collector.example/'],
    ['to a file', 'file:///etc/passwd'],
    ['to data', 'data:application/json,{}'],
    ['to what is no address', 'https://'],
    ['to nowhere', ''],
    ['without a location', null],
  ])('%s', (_said, location) => {
    expect(follow(location)).toBeUndefined();
  });

  it.each(['POST', 'PUT', 'PATCH', 'DELETE'] as const)('by a %s, which writes', (method) => {
    expect(follow('/other', { method })).toBeUndefined();
  });

  it.each([200, 300, 303, 304, 400])('with status %i', (status) => {
    expect(follow('/other', {}, status)).toBeUndefined();
  });
});
