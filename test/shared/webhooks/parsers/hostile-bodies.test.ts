import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { connectionKinds } from '#shared/config/connection.ts';
import { RefusedInput } from '#shared/errors/refused-input.ts';
import { webhookParsers } from '#shared/webhooks/parsers/parsers.ts';
import { readWebhook } from '#shared/webhooks/read-webhook.ts';
import { parsingContext } from './parse-body.ts';

const folder = 'test/fixtures/webhooks';
const fixtures = readdirSync(folder)
  .filter((name) => !name.endsWith('.md'))
  .map((name) => readFileSync(`${folder}/${name}`, 'utf8'));
const jsonFixtures: unknown[] = fixtures
  .filter((text) => text.startsWith('{'))
  .map((text) => JSON.parse(text));

const contexts = connectionKinds.map((kind) =>
  parsingContext(kind, {
    freeText: true,
    ...(kind === 'json' && { mapping: { indicators: '*.*', text: '@' } }),
  }),
);

/** A body of some sender in which one member, wherever it stands, has become something else. */
const tamperedFixture = fc
  .tuple(fc.constantFrom(...jsonFixtures), fc.infiniteStream(fc.nat()), fc.jsonValue())
  .map(([body, choices, replacement]) => tampered(body, choices, replacement));

function tampered(value: unknown, choices: Iterator<number>, replacement: unknown): unknown {
  const choice = choices.next().value ?? 0;
  if (typeof value !== 'object' || value === null || choice % 4 === 0) return replacement;
  if (Array.isArray(value)) {
    const at = value.length === 0 ? 0 : choice % value.length;
    return value.with(at, tampered(value[at], choices, replacement));
  }
  const names = Object.keys(value);
  const name = names[choice % names.length] ?? '__proto__';
  return { ...value, [name]: tampered(Reflect.get(value, name), choices, replacement) };
}

function readAsEveryKind(body: string, contentType?: string): void {
  for (const context of contexts) {
    const unread = { bytes: Buffer.from(body), contentType, deepestNesting: 32 };
    try {
      readWebhook(unread, webhookParsers[context.connection.kind], context);
    } catch (error) {
      expect(error, context.connection.kind).toBeInstanceOf(RefusedInput);
    }
  }
}

describe('no parser throws anything but a refusal, whatever comes', { timeout: 60_000 }, () => {
  it('as JSON of nobody', () => {
    fc.assert(
      fc.property(fc.json(), (body) => readAsEveryKind(body)),
      { numRuns: 300 },
    );
  });

  it("as a sender's body with something wrong in it, read as every kind", () => {
    fc.assert(
      fc.property(tamperedFixture, (body) => readAsEveryKind(JSON.stringify(body))),
      { numRuns: 500 },
    );
  });

  it('as text, CSV or a form', () => {
    const form = fc
      .dictionary(fc.constantFrom('payload', 'command', 'text'), fc.string())
      .map((fields) => new URLSearchParams(fields).toString());
    const csv = fc
      .array(fc.array(fc.string()).map((cells) => cells.join(',')))
      .map((rows) => rows.join('\n'));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), csv, form), (body) => {
        readAsEveryKind(body);
        readAsEveryKind(body, 'application/x-www-form-urlencoded');
      }),
      { numRuns: 300 },
    );
  });
});

describe('a hostile body is read in time', () => {
  const megabyte = 1_000_000;
  it.each([
    ['a pattern of brackets', 'stix', bundle('('.repeat(megabyte / 20))],
    ['a pattern of quotation marks', 'stix', bundle("'\\".repeat(megabyte / 40))],
    ['a pattern of comments', 'stix', bundle('/*'.repeat(megabyte / 40))],
    ['dots in a message of Slack', 'slack', slackMessage('<a|'.repeat(megabyte / 3))],
    ['open tags in a message of Teams', 'teams', { type: 'message', text: '<at <a '.repeat(megabyte / 7) }],
    ['links in prose', 'text', 'https://a.example/ '.repeat(megabyte / 20)],
    ['half links in prose', 'text', 'https://'.repeat(megabyte / 8)],
    ['cells', 'csv', `domain\n${','.repeat(megabyte)}`],
  ])('%s', (_, kind, body) => {
    const context = parsingContext(kind);
    const bytes = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
    const startedAt = performance.now();
    readWebhook(
      { bytes, contentType: undefined, deepestNesting: 32 },
      webhookParsers[context.connection.kind],
      context,
    );
    // Linear work takes a few hundred milliseconds; anything quadratic would take minutes.
    expect(performance.now() - startedAt).toBeLessThan(5_000);
  });

  function bundle(pattern: string): object {
    return { type: 'bundle', objects: [{ type: 'indicator', pattern }] };
  }

  function slackMessage(text: string): object {
    return { type: 'event_callback', event_id: '1', event: { type: 'app_mention', text } };
  }
});
