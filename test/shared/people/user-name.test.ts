import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSameUser, userNameSchema } from '#shared/people/user-name.ts';

describe('a user name', () => {
  it.each(['ada@acme.example', 'ACME\\ada', 'Ada Byron', 'o’neil', 'a', '..a'])('may be %s', (name) => {
    expect(userNameSchema.parse(name)).toBe(name);
  });

  it.each([
    ['nothing', ''],
    ['white space alone', ' \t '],
    ['the path segment for here', '.'],
    ['the path segment for up', '..'],
    ['two names', 'ada@acme.example,bob@acme.example'],
    ['a wildcard', '*'],
    ['a name with a control character', 'ada\u0000'],
    ['half a character', 'ada\ud800'],
    ['a name that is too long', 'a'.repeat(255)],
  ])('is never %s', (_said, name) => {
    expect(userNameSchema.safeParse(name).success).toBe(false);
  });

  it('never disappears from a path or a list, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const parsed = userNameSchema.safeParse(text);
        if (!parsed.success) return;
        const url = new URL(`/one/${encodeURIComponent(parsed.data)}`, 'http://localhost');
        expect(url.pathname.split('/')).toHaveLength(3);
        expect(decodeURIComponent(url.pathname.slice('/one/'.length))).toBe(parsed.data);
        expect(parsed.data.split(',')).toHaveLength(1);
      }),
    );
  });

  it('is the same in upper and lower case', () => {
    expect(isSameUser('Ada@Acme.example', 'ada@acme.example')).toBe(true);
    expect(isSameUser('ada@acme.example', 'ada@acme.example.org')).toBe(false);
  });
});
