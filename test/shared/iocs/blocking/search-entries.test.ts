import { describe, expect, it } from 'vitest';
import { entryIdSchema } from '#shared/iocs/blocking/entry-id.ts';
import { searchEntries } from '#shared/iocs/blocking/search-entries.ts';

const entry = (id: string, value: string) => ({ entryId: entryIdSchema.parse(id), value });
const typed = entry('typed', 'Bad.Example.');
const plain = entry('plain', 'bad.example');
const again = entry('again', 'bad.example');

describe('searching entries by value', () => {
  it.each([
    ['the very spelling comes first', [typed, plain], plain],
    ['another spelling counts as well', [typed], typed],
    ['of several, the first counts', [plain, again], plain],
  ])('%s', (_said, entries, found) => {
    const wanted = [{ value: 'bad.example' }, { value: 'good.example' }];
    expect([...searchEntries(entries, wanted)]).toEqual([['bad.example', found]]);
  });
});

it('an entry with a known id is found by nothing else', () => {
  const wanted = [{ value: 'bad.example', entryId: plain.entryId }];
  expect([...searchEntries([typed, again], wanted)]).toEqual([]);
  expect([...searchEntries([again, plain], wanted)]).toEqual([['bad.example', plain]]);
});
