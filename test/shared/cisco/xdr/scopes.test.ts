import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { uncoveredScopes } from '#shared/cisco/xdr/scopes.ts';

describe('a granted scope of XDR', () => {
  it.each([
    ['inspect:read', 'inspect:read', true],
    ['inspect', 'inspect:read', true],
    ['inspect', 'inspect:write', true],
    ['inspect:write', 'inspect:read', false],
    ['inspect:read', 'inspect', false],
    ['inspect:read inspect:write', 'inspect', true],
    ['enrich:read', 'enrich/observables/observe:read', true],
    ['enrich/observables:read', 'enrich/observables/observe:read', true],
    ['enrich/observables/observe:read', 'enrich:read', false],
    ['enrich/observables', 'enrich/observables/refer:write', true],
    ['private-intel', 'private-intelligence:read', false],
    ['integration:read', 'enrich:read', false],
    ['', 'enrich:read', false],
  ])('"%s" covers "%s": %s', (granted, needed, isCovered) => {
    const scopes = granted.split(' ').filter((scope) => scope !== '');

    expect(uncoveredScopes(scopes, [needed])).toEqual(isCovered ? [] : [needed]);
  });

  const scope = fc
    .tuple(
      fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 3 }),
      fc.constantFrom('', ':read', ':write'),
    )
    .map(([path, access]) => `${path.join('/')}${access}`);

  it('covers itself and everything below it', () => {
    fc.assert(
      fc.property(scope, fc.constantFrom('', '/x', '/x/y'), (granted, below) => {
        const [path = '', access] = granted.split(':');
        const needed = `${path}${below}${access === undefined ? '' : `:${access}`}`;

        expect(uncoveredScopes([granted], [needed])).toEqual([]);
      }),
    );
  });

  it('takes nothing away from what others cover', () => {
    fc.assert(
      fc.property(fc.array(scope), scope, fc.array(scope), (granted, further, needed) => {
        const before = uncoveredScopes(granted, needed);

        expect(before).toEqual(expect.arrayContaining(uncoveredScopes([...granted, further], needed)));
      }),
    );
  });
});
