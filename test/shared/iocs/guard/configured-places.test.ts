import { describe, expect, it } from 'vitest';
import type { Severity } from '#shared/events/severity.ts';
import { guardWith, verdict } from './usual-guard.ts';

const guard = guardWith({
  ownDomains: ['corp.example'],
  ownNetworks: ['103.27.202.0/24', '2a01:4f8:1::/48'],
  neverBlock: { domains: ['partner.example', 'shop.github.io'], networks: ['103.28.0.7/32'] },
  holdBlock: { domains: ['rival.example'], networks: ['103.29.0.0/16'] },
});

describe('the places of a configuration', () => {
  it.each([
    ['corp.example', 'reject: not-your-own, own-place'],
    ['wiki.corp.example', 'reject: not-your-own, own-place'],
    ['https://wiki.corp.example/page?id=1', 'reject: not-your-own, own-place'],
    ['notcorp.example', 'pass'],
    ['103.27.202.9', 'reject: not-your-own, own-place'],
    ['http://103.27.202.9/x', 'reject: not-your-own, own-place'],
    ['::ffff:103.27.202.9', 'reject: not-your-own, own-place'],
    ['103.27.202.128/25', 'reject: not-your-own, own-place'],
    ['103.27.0.0/16', 'reject: not-your-own, own-place'],
    ['103.27.203.0/24', 'pass'],
    ['2a01:4f8:1::9', 'reject: not-your-own, own-place'],
    ['2a01:4f8:2::9', 'pass'],
    ['partner.example', 'reject: not-never-block, never-block-list'],
    ['login.partner.example', 'reject: not-never-block, never-block-list'],
    ['https://partner.example/a/b', 'reject: not-never-block, never-block-list'],
    ['shop.github.io', 'reject: not-never-block, never-block-list'],
    ['https://shop.github.io/basket', 'reject: not-never-block, never-block-list'],
    ['other.github.io', 'pass'],
    ['103.28.0.7', 'reject: not-never-block, never-block-list'],
    ['103.28.0.0/24', 'reject: not-never-block, never-block-list'],
    ['103.28.0.8', 'pass'],
    ['rival.example', 'hold: not-on-hold-list, hold-list'],
    ['www.rival.example', 'hold: not-on-hold-list, hold-list'],
    ['103.29.1.1', 'hold: not-on-hold-list, hold-list'],
  ])('%s: %s', (value, expected) => {
    expect(verdict(value, { guard })).toBe(expected);
  });

  it('are protected from above: a name that holds one below it is rejected', () => {
    const deep = guardWith({ ownDomains: ['a.b.corp.example'] });
    expect(verdict('corp.example', { guard: deep })).toBe('reject: not-your-own, own-place');
    expect(verdict('c.corp.example', { guard: deep })).toBe('pass');
  });

  it('win over a hold for another reason', () => {
    const never = guardWith({ neverBlock: { domains: ['s3.amazonaws.com'] } });
    expect(verdict('https://s3.amazonaws.com/bucket/a.exe', { guard: never })).toBe(
      'reject: not-never-block, never-block-list',
    );
  });

  it('say how wide a network may be', () => {
    const narrow = guardWith({ shortestPrefix: { ipv4: 24, ipv6: 64 } });
    expect(verdict('103.27.0.0/23', { guard: narrow })).toBe('reject: narrow-network, network-too-wide');
    expect(verdict('103.27.0.0/24', { guard: narrow })).toBe('pass');
    expect(verdict('2a01:4f8::/63', { guard: narrow })).toBe('reject: narrow-network, network-too-wide');
  });
});

describe('a published list', () => {
  const names = ['popular.example', 'www.famous.example', 'deep.tenant.github.io'];
  const holding = guardWith({}, [{ name: 'tranco', decision: 'hold', names, networks: ['103.30.0.0/24'] }]);
  const rejecting = guardWith({}, [{ name: 'warnings', decision: 'reject', names, networks: [] }]);

  it.each([
    ['popular.example', 'hold: not-on-tranco, published-list'],
    ['famous.example', 'hold: not-on-tranco, published-list'],
    ['cdn.popular.example', 'hold: not-on-tranco, published-list'],
    ['https://popular.example/', 'hold: not-on-tranco, published-list'],
    ['https://popular.example/hacked.html', 'pass'],
    ['103.30.0.9', 'hold: not-on-tranco, published-list'],
    ['unpopular.example', 'pass'],
  ])('that holds: %s is %s', (value, expected) => {
    expect(verdict(value, { guard: holding })).toBe(expected);
  });

  it('that rejects does so for its names, and holds what is below', () => {
    expect(verdict('popular.example', { guard: rejecting })).toBe('reject: not-on-warnings, published-list');
    expect(verdict('cdn.popular.example', { guard: rejecting })).toBe(
      'hold: not-on-warnings, published-list',
    );
  });

  it('never takes the place of the embedded ones', () => {
    expect(verdict('okta.com', { guard: holding })).toBe(
      'reject: not-an-identity-provider, identity-provider',
    );
  });
});

describe('the sender', () => {
  const senderHosts = ['siem.acme.example', '103.27.202.185'];

  it.each([
    ['siem.acme.example', 'reject: not-the-sender, ignored-domain'],
    ['a.siem.acme.example', 'reject: not-the-sender, ignored-domain'],
    ['acme.example', 'reject: not-the-sender, ignored-domain'],
    ['https://siem.acme.example/case/1', 'reject: not-the-sender, ignored-domain'],
    ['analyst@siem.acme.example', 'reject: not-the-sender, ignored-domain'],
    ['103.27.202.185', 'reject: not-the-sender, ignored-domain'],
    ['notacme.example', 'pass'],
  ])('is no indicator: %s is %s', (value, expected) => {
    expect(verdict(value, { senderHosts })).toBe(expected);
  });

  it.each([
    [80, 'pass'],
    [70, 'pass'],
    [69.9, 'hold: sure-enough, low-confidence'],
    [undefined, 'hold: sure-enough, unknown-confidence'],
  ])('that is sure by %s percent where 70 are asked: %s', (confidence, expected) => {
    expect(verdict('bad.example', { confidence, minimumConfidence: 70 })).toBe(expected);
  });

  it.each<[Severity | undefined, string]>([
    ['critical', 'pass'],
    ['high', 'pass'],
    ['medium', 'hold: severe-enough, low-severity'],
    [undefined, 'hold: severe-enough, unknown-severity'],
  ])('whose alert is of severity %s where high is asked: %s', (severity, expected) => {
    expect(verdict('bad.example', { severity, minimumSeverity: 'high' })).toBe(expected);
  });

  it('of whom nothing is asked need not say how sure it is', () => {
    expect(verdict('bad.example', {})).toBe('pass');
  });
});
