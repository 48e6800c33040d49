import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { connectionNameSchema } from '#shared/config/names.ts';
import { entryComment, parseEntryComment } from '#shared/iocs/blocking/entry-comment.ts';
import { deriveRequestId } from '#shared/requests/request-id.ts';

const requestId = deriveRequestId('test', '1');
const leaseUntil = new Date('2026-12-22T05:00:00Z');
const ends = `until 2026-12-22T05:00Z, longer if reported again, ${requestId}`;
const connection = connectionNameSchema.parse('splunk');

describe('the comment beside an entry', () => {
  it.each([
    ['without anything known', {}, `scc-automations: AWS event, ${ends}`],
    ['with a source', { source: 'my feed' }, `scc-automations: AWS event (my feed), ${ends}`],
    [
      'with all of it',
      { connection, source: 'Rule 7', ticket: 'CASE-42' },
      `scc-automations: splunk (Rule 7), ticket CASE-42, ${ends}`,
    ],
    ['of two lines', { connection, source: 'two\nlines' }, `scc-automations: splunk (two lines), ${ends}`],
    [
      'with a source that looks like what comes after it',
      { connection, source: 'a), ticket b' },
      `scc-automations: splunk (a], ticket b), ${ends}`,
    ],
    ['with empty texts', { connection, source: ' ', ticket: '\t' }, `scc-automations: splunk, ${ends}`],
  ])('%s says who, which ticket, until when and which request', (_title, told, comment) => {
    expect(entryComment({ requestId, leaseUntil, ...told })).toBe(comment);
  });

  it('keeps ticket, end and request when source and ticket are too long', () => {
    const ticket = 'y'.repeat(400);
    const comment = entryComment({ requestId, leaseUntil, connection, source: 'x'.repeat(400), ticket });
    expect(comment).toHaveLength(255);
    expect(comment.endsWith(ends)).toBe(true);
    expect(parseEntryComment(comment)?.ticket).toBe('y'.repeat(60));
  });
});

/** Texts that a person could choose, or that could be mistaken for parts of a comment. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 120 }),
  fc
    .array(
      fc.constantFrom(
        '), ticket ',
        ', until ',
        '2026-12-22T05:00Z',
        ', longer if reported again, ',
        requestId,
        '(',
        ')',
        'x',
        '\n',
        '🦊',
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join('')),
);

describe('a comment is read back', () => {
  it('as it was written, whatever source and ticket are; written again it is the same', () => {
    fc.assert(
      fc.property(
        fc.option(fc.constantFrom(connection, connectionNameSchema.parse('aws-event')), { nil: undefined }),
        fc.option(anyText, { nil: undefined }),
        fc.option(anyText, { nil: undefined }),
        fc.integer({ min: 0, max: 100_000 }),
        (who, source, ticket, hour) => {
          const until = new Date(Date.UTC(2026, 0, 1, hour));
          const comment = entryComment({ requestId, connection: who, source, ticket, leaseUntil: until });
          expect(comment.length).toBeLessThanOrEqual(255);
          expect(comment).not.toMatch(/[\n\r\t]/);
          const read = parseEntryComment(comment);
          expect(read).toMatchObject({ requestId, leaseUntil: until });
          expect(read?.connection).toBe(who);
          if (read) expect(entryComment(read)).toBe(comment);
        },
      ),
    );
  });

  it('with the texts themselves where they are short and plain', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[\w,.:;#-]{1,30}$/),
        fc.stringMatching(/^[\w,.:;#()-]{1,30}$/),
        (source, ticket) => {
          const comment = entryComment({ requestId, connection, source, ticket, leaseUntil });
          expect(parseEntryComment(comment)).toEqual({ requestId, connection, source, ticket, leaseUntil });
        },
      ),
    );
  });

  it.each([
    ['of a person', 'Bad host, see CASE-42'],
    ['that is empty', ''],
    [
      'that a person changed',
      `scc-automations: splunk, until 2026-12-22T05:00Z, longer if reported again, ${requestId} keep!`,
    ],
    ['without an end', `scc-automations: splunk, ${requestId}`],
    [
      'with an impossible end',
      `scc-automations: splunk, until 2026-13-45T99:00Z, longer if reported again, ${requestId}`,
    ],
    ['of a connection that cannot be', `scc-automations: -x, ${ends}`],
  ])('not, where it is one %s', (_title, comment) => {
    expect(parseEntryComment(comment)).toBeUndefined();
  });
});
