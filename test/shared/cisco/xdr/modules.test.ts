import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { moduleAnswersSchema, moduleSchema, unreadableCode } from '#shared/cisco/xdr/modules.ts';

const namedModules = moduleAnswersSchema(moduleSchema);
const feed = { module: 'Feed', module_instance_id: 'm-1', module_type_id: 't-1' };
const readFeed = { name: 'Feed', instanceId: 'm-1' };

describe('answers of modules', () => {
  it.each<[said: string, body: unknown, answers: unknown[], errors: unknown[]]>([
    ['data alone', { data: [feed] }, [readFeed], []],
    ['nothing at all', {}, [], []],
    ['nulls', { data: null, errors: null }, [], []],
    [
      'a module without a name',
      { data: [{ module_instance_id: 'm-2' }] },
      [{ name: 'm-2', instanceId: 'm-2' }],
      [],
    ],
    [
      'an error',
      { errors: [{ ...feed, code: 'timeout', message: 'too slow', type: 'warning', extra: 1 }] },
      [],
      [{ module: readFeed, severity: 'warning', code: 'timeout', message: 'too slow' }],
    ],
    [
      'both',
      { data: [feed], errors: [{ ...feed, code: 401, message: 'x', type: 'fatal' }] },
      [readFeed],
      [{ module: readFeed, severity: 'fatal', code: '401', message: 'x' }],
    ],
    [
      'an error of a kind that is not known, without reasons',
      { errors: [{ module_instance_id: 'm-3', type: 'catastrophe' }] },
      [],
      [
        {
          module: { name: 'm-3', instanceId: 'm-3' },
          severity: 'error',
          code: unreadableCode,
          message: 'the module gives no reason',
        },
      ],
    ],
    [
      'an error that is a text',
      { errors: ['boom'] },
      [],
      [expect.objectContaining({ module: undefined, severity: 'error' })],
    ],
    [
      'an item without its module',
      { data: [{ module: 'Feed' }, feed] },
      [readFeed],
      [expect.objectContaining({ module: undefined, code: unreadableCode })],
    ],
  ])('with %s are read, and no error is lost', (_said, body, answers, errors) => {
    expect(namedModules.parse(body)).toEqual({ answers, errors });
  });

  it('keep the answers of others when one module has a form of its own', () => {
    const counting = moduleAnswersSchema(z.object({ count: z.number() }));

    expect(counting.parse({ data: [{ ...feed, count: 'many' }, { count: 3 }] })).toEqual({
      answers: [{ count: 3 }],
      errors: [
        {
          module: readFeed,
          severity: 'error',
          code: unreadableCode,
          message: 'not in the documented form: count',
        },
      ],
    });
  });

  it('are as many as there are items and errors, whatever these are', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), fc.array(fc.jsonValue()), (data, errors) => {
        const read = namedModules.parse({ data, errors });
        expect(read.answers.length + read.errors.length).toBe(data.length + errors.length);
      }),
    );
  });
});
