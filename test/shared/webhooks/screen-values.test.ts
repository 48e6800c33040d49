import { describe, expect, it } from 'vitest';
import type { BlockPlace } from '#shared/config/block-place.ts';
import { destinationListNameSchema } from '#shared/config/names.ts';
import { screenValues } from '#shared/webhooks/screen-values.ts';
import { usualGuard } from '../iocs/guard/usual-guard.ts';

const target = (destinationList: string, place: BlockPlace = 'global') => ({
  destinationList: destinationListNameSchema.parse(destinationList),
  place,
  goesThere: () => true,
});
const screen = (values: string[], ...targets: ReturnType<typeof target>[]) => {
  const { forWorker, held, rejected } = screenValues(
    values.map((value) => ({ value })),
    targets,
    { guard: usualGuard },
  );
  const byList = [...forWorker].map(([list, indicators]) => [list, indicators.map(({ value }) => value)]);
  return { forWorker: Object.fromEntries(byList), held, rejected };
};

describe('the values of a request', () => {
  it('are queued once for each list, in the order in which they were sent', () => {
    const values = ['B.example', 'a.example', 'b[.]example', 'http://b.example/'];
    const expected = ['b.example', 'a.example', 'http://b.example/'];
    expect(screen(values, target('one'), target('two'))).toEqual({
      forWorker: { one: expected, two: expected },
      held: [],
      rejected: [],
    });
  });

  it('that cannot be indicators are rejected as they were sent, cut to what can be shown', () => {
    const long = `${'x'.repeat(300)} `.repeat(20);
    expect(screen(['two words', long], target('one')).rejected).toEqual([
      { value: 'two words', reason: 'not-an-indicator' },
      { value: 'x'.repeat(256), reason: 'too-long' },
    ]);
  });

  it('that every list refuses for one reason are rejected once', () => {
    expect(screen(['10.0.0.5'], target('one'), target('two')).rejected).toEqual([
      { value: '10.0.0.5', reason: 'private-address' },
    ]);
  });

  it('that only some lists refuse are queued for the others, and the refusal names its list', () => {
    expect(screen(['103.27.202.185'], target('one'), target('dns', 'umbrella'))).toEqual({
      forWorker: { one: ['103.27.202.185'], dns: [] },
      held: [],
      rejected: [{ value: '103.27.202.185', reason: 'no-effect-on-umbrella', destinationList: 'dns' }],
    });
  });

  it.each([
    ['a name on it', 'corp.example'],
    ['a name below it', 'wiki.corp.example'],
    ['a URL', 'https://corp.example:8443/a'],
    ['an address of a person', 'jdoe@mail.corp.example'],
    ['an address of a machine', '103.27.202.185'],
  ])('that belong to an ignored domain are rejected: %s', (_, value) => {
    const { rejected, forWorker } = screenValues([{ value }, { value: 'notcorp.example' }], [target('one')], {
      guard: usualGuard,
      about: { senderHosts: ['corp.example', '103.27.202.185'] },
    });
    expect(rejected).toEqual([{ value, reason: 'ignored-domain' }]);
    expect([...forWorker.values()].flat().map((indicator) => indicator.value)).toEqual(['notcorp.example']);
  });

  it('that a person has to decide about go to the worker with the rest, and are told apart', () => {
    const value = 'https://s3.amazonaws.com/bucket/file';
    const { forWorker, held } = screen(['bad.example', value], target('one'), target('two'));
    expect(forWorker).toEqual({ one: ['bad.example', value], two: ['bad.example', value] });
    expect(held).toEqual(
      ['one', 'two'].map((destinationList) => ({
        indicator: { type: 'url', value },
        destinationList,
        reason: 'public-suffix',
      })),
    );
  });
});
