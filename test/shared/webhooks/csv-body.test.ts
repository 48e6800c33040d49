import { describe, expect, it } from 'vitest';
import { csvBody } from '#shared/webhooks/csv-body.ts';

describe('a body of comma-separated values', () => {
  it.each([
    { ends: 'first CRLF, then LF', text: 'domain\r\none.example\ntwo.example\n' },
    { ends: 'first LF, then CRLF', text: 'domain\none.example\r\ntwo.example\r\n' },
    { ends: 'the CR of old', text: 'domain\rone.example\rtwo.example' },
  ])('loses no row when it was put together from files with different line ends: $ends', ({ text }) => {
    expect(csvBody(Buffer.from(text))).toEqual([['domain'], ['one.example'], ['two.example']]);
  });
});
