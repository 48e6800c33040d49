import { expect, it } from 'vitest';
import { refusedEntries } from '#shared/cisco/security-cloud-control/network-objects/refused-entries.ts';

it('gives every entry that is named the words that may be shown', () => {
  const entries = ['192.0.2.1', '192.0.2.10'].map((value) => ({ subtype: 'host', value }) as const);
  const refused = refusedEntries({ status: 400, said: 'Invalid value 192.0.2.10', text: 'shown' }, entries);
  expect([...refused]).toEqual([['192.0.2.10', 'shown']]);
});
