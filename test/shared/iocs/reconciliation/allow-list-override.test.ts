import { describe, expect, it } from 'vitest';
import { parseIndicator } from '#shared/iocs/parse-indicator.ts';
import { overridingEntry } from '#shared/iocs/reconciliation/allow-list-override.ts';

function overriding(blocked: string, allowed: string): string | undefined {
  const parsed = parseIndicator(blocked);
  if (parsed.kind === 'rejected') throw new Error(`${blocked} is no indicator`);
  return overridingEntry(parsed.indicator, new Map([[allowed, 'Partners']]));
}

describe('a block is beaten by an entry of an allow list', () => {
  it.each([
    ['bad.example', 'bad.example'],
    ['a.b.bad.example', 'bad.example'],
    ['https://bad.example/login', 'bad.example'],
    ['https://cdn.bad.example/login', 'bad.example'],
    ['https://bad.example/login', 'https://bad.example/login'],
    ['203.0.113.9', '203.0.113.9'],
  ])('%s by %s', (blocked, allowed) => {
    expect(overriding(blocked, allowed)).toBe(`${allowed} stands on the allow list "Partners"`);
  });

  it.each([
    ['bad.example', 'www.bad.example'],
    ['bad.example', 'https://bad.example/login'],
    ['notbad.example', 'bad.example'],
    ['https://bad.example/login', 'https://bad.example/'],
    ['203.0.113.9', '203.0.113.90'],
    ['203.0.113.9', '9'],
  ])('but %s is not by %s', (blocked, allowed) => {
    expect(overriding(blocked, allowed)).toBeUndefined();
  });
});
