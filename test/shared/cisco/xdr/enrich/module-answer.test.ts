import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dispositionNumber, dispositionSchema, dispositions } from '#shared/cisco/xdr/enrich/disposition.ts';
import { enrichAnswerSchema } from '#shared/cisco/xdr/enrich/module-answer.ts';
import { unreadableCode } from '#shared/cisco/xdr/modules.ts';

const observable = { type: 'domain', value: 'bad.example' };
const module = { module: 'Feed', module_instance_id: 'm-1' };

function read(data: unknown) {
  return enrichAnswerSchema.parse({ data: [{ ...module, data }] });
}

function verdictOf(verdict: object) {
  return read({ verdicts: { count: 1, docs: [{ observable, disposition: 2, ...verdict }] } }).answers[0]
    ?.verdicts.documents[0];
}

describe('what a module sends', () => {
  it.each<[said: string, data: unknown]>([
    ['nothing', {}],
    ['kinds that are not looked at', { malwares: { count: 2, docs: [{}, {}] }, new_kind: 7 }],
  ])('(%s) is an answer without documents', (_said, data) => {
    expect(read(data)).toEqual({
      answers: [
        {
          module: { name: 'Feed', instanceId: 'm-1' },
          verdicts: { total: 0, documents: [], unreadable: 0 },
          judgements: { total: 0, documents: [], unreadable: 0 },
          sightings: { total: 0, documents: [], unreadable: 0 },
        },
      ],
      errors: [],
    });
  });

  it.each<[said: string, data: unknown, where: string]>([
    ['no data', undefined, 'data'],
    ['a text', 'none', 'data'],
    ['verdicts without documents', { verdicts: { count: 2 } }, 'data.verdicts.docs'],
  ])('(%s) is an error of that module', (_said, data, where) => {
    expect(read(data)).toMatchObject({
      answers: [],
      errors: [
        { module: { name: 'Feed' }, code: unreadableCode, message: `not in the documented form: ${where}` },
      ],
    });
  });

  it('in part is kept in part, and the rest is named', () => {
    const docs = [{ observable, disposition: 2 }, { disposition: 2 }, { observable, disposition: 'bad' }];

    const { answers, errors } = read({ verdicts: { count: 40, docs } });

    expect(answers[0]?.verdicts).toMatchObject({
      total: 40,
      documents: [{ disposition: 'malicious' }],
      unreadable: 2,
    });
    expect(errors).toMatchObject([
      { module: { name: 'Feed' }, message: 'not in the documented form: 2 of 3 verdicts' },
    ]);
  });

  it.each([{ count: 0 }, { count: 'many' }, {}])('counts what came where it says %j', (count) => {
    expect(
      read({ verdicts: { ...count, docs: [{ observable, disposition: 2 }] } }).answers[0]?.verdicts.total,
    ).toBe(1);
  });
});

describe('a verdict', () => {
  it.each<[said: string, verdict: object, expected: object]>([
    [
      'an end centuries ahead',
      { valid_time: { end_time: '2525-01-01T00:00:00.000Z' } },
      { validUntil: new Date('2525-01-01') },
    ],
    [
      'an end in another zone',
      { valid_time: { end_time: '2026-01-01T01:00:00+01:00' } },
      { validUntil: new Date('2026-01-01') },
    ],
    ['no time', {}, { validFrom: undefined, validUntil: undefined }],
    ['an end that is none', { valid_time: { end_time: 'never' } }, { validUntil: undefined }],
    ['a stored judgement', { judgement_id: 'judgement-1' }, { judgementId: 'judgement-1' }],
    ['a judgement stored nowhere', { judgement_id: 'transient:judgement-1' }, { judgementId: undefined }],
    ['a disposition nobody knows', { disposition: 6 }, { disposition: 'unknown' }],
    ['a name that disagrees', { disposition: 2, disposition_name: 'Clean' }, { disposition: 'malicious' }],
  ])('with %s is read', (_said, verdict, expected) => {
    expect(verdictOf(verdict)).toMatchObject(expected);
  });
});

describe('a disposition', () => {
  it('comes back from its number, and no other number vouches for anything', () => {
    for (const disposition of dispositions) {
      expect(dispositionSchema.parse(dispositionNumber(disposition))).toBe(disposition);
    }
    fc.assert(
      fc.property(
        fc
          .double({ noNaN: true })
          .filter((number) => ![1, 2, 3, 4, 5].includes(number) && Number.isFinite(number)),
        (number) => {
          expect(dispositionSchema.parse(number)).toBe('unknown');
        },
      ),
    );
  });
});

describe('a judgement', () => {
  const judgementOf = (judgement: object) =>
    read({ judgements: { count: 1, docs: [{ disposition: 2, ...judgement }] } }).answers[0]?.judgements
      .documents[0];

  it('without anything but its disposition is still evidence', () => {
    expect(judgementOf({})).toEqual({
      disposition: 'malicious',
      observable: undefined,
      priority: undefined,
      severity: 'Unknown',
      confidence: 'Unknown',
      source: undefined,
      reason: undefined,
      link: undefined,
      validFrom: undefined,
      validUntil: undefined,
    });
  });

  it.each([
    ['https://a.example/1', 'https://b.example/2', 'https://a.example/1'],
    [undefined, 'https://b.example/2', 'https://b.example/2'],
    ['javascript:alert(1)', 'not a link', undefined],
  ])('with the links %s and %s shows %s', (reason_uri, source_uri, link) => {
    expect(judgementOf({ reason_uri, source_uri })?.link).toBe(link);
  });

  it('says its reason in one short line', () => {
    expect(judgementOf({ reason: `a\nb ${'x'.repeat(2_000)}` })?.reason).toMatch(/^a b x{100,300} …$/);
  });
});

it('an answer of any form is read or refused as a whole, and no item is lost', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.jsonValue(), fc.constant({ ...module, data: {} }))), (data) => {
      const parsed = enrichAnswerSchema.safeParse({ data });
      expect(parsed.success).toBe(true);
      expect((parsed.data?.answers.length ?? 0) + (parsed.data?.errors.length ?? 0)).toBe(data.length);
    }),
  );
});
