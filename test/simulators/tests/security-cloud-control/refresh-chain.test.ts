import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  decideRenewal,
  type IssuedRefreshToken,
  isAlive,
  RefreshTokens,
} from '../../security-cloud-control/refresh-tokens.ts';
import { defaultSettings, type Settings } from '../../security-cloud-control/settings.ts';

const settings = fc
  .record({
    newRefreshToken: fc.constantFrom<Settings['newRefreshToken']>('every-refresh', 'from-day-45'),
    replacedRefreshToken: fc.constantFrom<Settings['replacedRefreshToken']>('dies', 'lives-on'),
    refreshTokenLife: fc.constantFrom<Settings['refreshTokenLife']>('restarts', 'runs-on'),
  })
  .map((switches): Settings => ({ ...defaultSettings, ...switches }));
const daysBetween = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 20 });

/** Refreshes with the newest token after each number of days, as long as it is good; gives every token used. */
function refreshAfter(days: readonly number[], settings: Settings) {
  const tokens = new RefreshTokens();
  let now = new Date('2026-01-01T00:00:00Z');
  tokens.issueByConsole('key', 'first', now);
  const refreshes: { used: IssuedRefreshToken; now: Date }[] = [];
  for (const pause of days) {
    now = new Date(now.getTime() + pause * 86_400_000);
    const used = tokens.ofKey('key').at(-1);
    if (!used || !isAlive(used, now)) break;
    tokens.renew(used, decideRenewal(used, now, settings), now);
    refreshes.push({ used, now });
  }
  return { tokens, refreshes, now };
}

test('the newest refresh token is good until it expires, whatever the switches', () => {
  fc.assert(
    fc.property(settings, daysBetween, (settings, days) => {
      const { tokens } = refreshAfter(days, settings);
      expect(tokens.ofKey('key').at(-1)).toMatchObject({ replaced: false });
    }),
  );
});

test('at most one refresh token is good when replaced ones die', () => {
  fc.assert(
    fc.property(settings, daysBetween, (switches, days) => {
      const settings: Settings = { ...switches, replacedRefreshToken: 'dies' };
      const { tokens, now } = refreshAfter(days, settings);
      expect(tokens.ofKey('key').filter((issued) => isAlive(issued, now)).length).toBeLessThanOrEqual(1);
    }),
  );
});

test('another refresh token comes no earlier than day 45 when switched so', () => {
  fc.assert(
    fc.property(settings, daysBetween, (switches, days) => {
      const { tokens, refreshes } = refreshAfter(days, { ...switches, newRefreshToken: 'from-day-45' });
      for (const issued of tokens.ofKey('key').slice(1)) {
        const refresh = refreshes.find(({ now }) => now.getTime() === issued.issuedAt.getTime());
        const daysLeft =
          ((refresh?.used.expiresAt.getTime() ?? Number.NaN) - issued.issuedAt.getTime()) / 86_400_000;
        expect(daysLeft).toBeLessThanOrEqual(15);
      }
    }),
  );
});

test('a chain whose life runs on ends 60 days after the console made the key', () => {
  fc.assert(
    fc.property(settings, daysBetween, (switches, days) => {
      const { tokens } = refreshAfter(days, { ...switches, refreshTokenLife: 'runs-on' });
      const ends = new Set(tokens.ofKey('key').map(({ expiresAt }) => expiresAt.toISOString()));
      expect(ends).toEqual(new Set(['2026-03-01T23:59:59.000Z']));
    }),
  );
});
