import { describe, expect, it } from 'vitest';
import { refusalOf } from '#shared/cisco/xdr/refusal.ts';

describe('an answer that refuses', () => {
  it.each([
    [400, { content: 'missing-required-key' }, 'RefusedInput', 'missing-required-key'],
    [401, { error: 'invalid_token' }, 'ConfigurationProblem', 'store a working client'],
    [403, {}, 'ConfigurationProblem', 'needs the scope inspect:read. Make a client'],
    [
      403,
      { 'required-scopes': ['a:read', 'b'], 'missing-scopes': ['b'] },
      'ConfigurationProblem',
      'needs the scope a:read, b. It lacks b.',
    ],
    [403, { type: 'Access Control Error' }, 'ConfigurationProblem', 'Access Control Error'],
    [404, undefined, 'GiveUp', 'no longer exists'],
    [406, { message: 'Not Acceptable' }, 'GiveUp', 'not documented'],
    [413, undefined, 'RefusedInput', 'unchanged'],
    [422, undefined, 'RefusedInput', 'unchanged'],
    [302, undefined, 'GiveUp', 'region'],
  ])('with %i and %j is a %s that says "%s"', (status, body, family, words) => {
    const error = refusalOf({ status, headers: new Headers(), body }, 'POST host/path', 'inspect:read');

    expect(error.name).toBe(family);
    expect(error.message).toContain(`POST host/path answered ${status}: `);
    expect(error.message).toContain(words);
  });
});
