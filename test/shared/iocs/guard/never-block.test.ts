import fc from 'fast-check';
import ipaddr from 'ipaddr.js';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { BlockPlace } from '#shared/config/block-place.ts';
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

const places = ['global', 'umbrella', 'network-group'] as const satisfies readonly BlockPlace[];

function passes({ value }: NeverBlock, place: BlockPlace): boolean {
  const parsed = parseIndicator(value);
  return parsed.kind === 'indicator' && guard.screen(parsed.indicator, { place }).decision === 'pass';
}

describe(`${values.length} values that must never be blocked without a person`, () => {
  it('are at least 5,000 different ones', () => {
    expect(new Set(values.map(({ value }) => value)).size).toBeGreaterThan(5_000);
  });

  it.each(places)('are rejected or held, each of them, at the place %s', (place) => {
    expect(values.filter((value) => passes(value, place))).toEqual([]);
  });

  it.each(['feed', 'gateways'])(
    'leave nothing to post behind webhook and worker of %s',
    async (connection) => {
      const intake = webhookIntake({ guard: companySettings });
      for (const some of chunksOf(values, 1_000)) {
        const indicators = some.map(({ value }) => value);
        const { status } = await intake.sendAuthentic({ connection, body: { indicators } });
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
    },
  );
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

describe('no network reaches an own range', () => {
  /** As the settings name them; whatever shares an address with one must not be blocked. */
  const own = companySettings.ownNetworks.map((network) => {
    const [address = '', length = ''] = network.split('/');
    return { bytes: ipaddr.parse(address).toByteArray(), prefixLength: Number(length) };
  });

  /** A network around, in, or equal to an own one: its first bits are the own one's, its others anything. */
  const overlapping = fc
    .constantFrom(...own)
    .chain(({ bytes, prefixLength }) =>
      fc.record({
        noise: fc.uint8Array({ minLength: bytes.length, maxLength: bytes.length }),
        length: fc.integer({ min: 0, max: bytes.length * 8 }),
        bytes: fc.constant(bytes),
        own: fc.constant(prefixLength),
      }),
    )
    .map(({ noise, length, bytes, own: ownLength }) => {
      const address = bytes.map((byte, index) => {
        const kept = Math.min(8, Math.max(0, ownLength - 8 * index));
        const mask = 0xff & (0xff << (8 - kept));
        return (byte & mask) | ((noise[index] ?? 0) & ~mask & 0xff);
      });
      return { address: ipaddr.fromByteArray(address), length };
    });

  const spellings = fc.tuple(overlapping, fc.nat({ max: 6 })).map(([{ address, length }, spelling]) => {
    const text = address.toString();
    const isIpv4 = address.kind() === 'ipv4';
    const written = [
      text,
      isIpv4 ? `::ffff:${text}` : address.toNormalizedString(),
      isIpv4 ? `::FFFF:${hexPairs(address.toByteArray())}` : text.toUpperCase(),
      isIpv4 ? `64:ff9b::${hexPairs(address.toByteArray())}` : `[${text}]`,
      isIpv4 ? `2002:${hexPairs(address.toByteArray())}::` : `${text}%eth0`,
      isIpv4 ? text.replaceAll('.', '[.]') : text,
      isIpv4 ? `0${text}` : text,
    ][spelling];
    const mapped = isIpv4 && spelling > 0 && spelling < 5 ? 96 : 0;
    return [`${written}/${length + mapped}`, `${written}/${length}`, `${written}`];
  });

  it.each(places)('whatever its size and spelling, at the place %s', (place) => {
    fc.assert(
      fc.property(spellings, (values) => {
        for (const value of values) {
          const parsed = parseIndicator(value);
          if (parsed.kind === 'rejected') continue;
          expect(guard.screen(parsed.indicator, { place }), value).toMatchObject({ decision: 'reject' });
        }
      }),
      { numRuns: 3_000 },
    );
  });

  it('and a network beside it can be blocked on the firewalls', () => {
    const parsed = parseIndicator('103.27.203.0/24');
    if (parsed.kind === 'rejected') throw new Error('it is a network');
    expect(guard.screen(parsed.indicator, { place: 'network-group' })).toEqual({ decision: 'pass' });
  });
});

/** `671b:ca05`: four bytes as they stand in an IPv6 address. */
function hexPairs(bytes: readonly number[]): string {
  return Buffer.from(bytes)
    .toString('hex')
    .replace(/(.{4})(.{4})/, '$1:$2');
}
