import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { busEventSchema } from '#shared/events/bus-event.ts';
import { commandFromEvent } from '#shared/iocs/blocking/command-from-event.ts';
import { parseIndicator } from '#shared/iocs/parse-indicator.ts';
import { chunksOf } from '#shared/non-empty.ts';
import { webhookIntake } from '../../../functions/receive-webhook/webhook-intake.ts';
import { companySettings, type NeverBlock, neverBlockValues } from './never-block.ts';
import { guardWith } from './usual-guard.ts';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

const values = neverBlockValues();
const guard = guardWith(companySettings);

function passes({ value }: NeverBlock): boolean {
  const parsed = parseIndicator(value);
  return (
    parsed.kind === 'indicator' && guard.screen(parsed.indicator, { place: 'global' }).decision === 'pass'
  );
}

describe(`${values.length} values that must never be blocked without a person`, () => {
  it('are at least 5,000 different ones', () => {
    expect(new Set(values.map(({ value }) => value)).size).toBeGreaterThan(5_000);
  });

  it('are rejected or held, each of them', () => {
    expect(values.filter(passes)).toEqual([]);
  });

  it('leave nothing to post behind webhook and worker', async () => {
    const intake = webhookIntake({ guard: companySettings });
    for (const some of chunksOf(values, 1_000)) {
      const indicators = some.map(({ value }) => value);
      const { status } = await intake.sendAuthentic({ body: { indicators } });
      expect(status).toBe(202);
    }
    const { configuration } = intake;
    const toPost = intake.published.flat().flatMap(({ source, detailType, detail }, index) => {
      const event = busEventSchema.parse({
        id: `event-${index}`,
        source,
        'detail-type': detailType,
        time: '2026-11-22T10:00:00Z',
        detail,
      });
      const command = commandFromEvent(event, `message-${index}`, { guard, configuration });
      return command.indicators.filter(({ type, value }) => !command.holds.has(`${type}:${value}`));
    });
    expect(intake.published.length).toBeGreaterThan(0);
    expect(toPost).toEqual([]);
  });
});

describe('no spelling of a URL helps', () => {
  const host = fc
    .tuple(
      fc.constantFrom(
        'okta.com',
        'www.google.com',
        'wiki.corp.example',
        'api.sse.cisco.com',
        'sts.amazonaws.com',
        '8.8.8.8',
      ),
      fc.infiniteStream(fc.boolean()),
    )
    .map(([name, upperCases]) =>
      name.replace(/./g, (character) => (upperCases.next().value ? character.toUpperCase() : character)),
    );
  const url = fc
    .record({
      scheme: fc.constantFrom('http://', 'HTTPS://', 'hxxp://', 'hXXps[:]//', 'ftp://', 'https:///'),
      credentials: fc.constantFrom('', 'user@', 'user:pass@', 'evil.example@', 'evil.example%2F@', 'a@b@'),
      host,
      dot: fc.constantFrom('', '.'),
      port: fc.constantFrom('', ':', ':80', ':443', ':8443'),
      rest: fc.constantFrom(
        '',
        '/',
        '//',
        '/?',
        '/#',
        '#@evil.example',
        '?#',
        '/./',
        '/../',
        '/index.html',
        '/a/..',
      ),
    })
    .map((parts) => Object.values(parts).join(''));

  it('and it is rejected, or no indicator', () => {
    fc.assert(
      fc.property(url, (value) => {
        const parsed = parseIndicator(value);
        if (parsed.kind === 'rejected') return;
        expect(guard.screen(parsed.indicator, { place: 'global' })).toMatchObject({ decision: 'reject' });
      }),
      { numRuns: 2_000 },
    );
  });
});
