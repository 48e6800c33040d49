import { describe, expect, it } from 'vitest';
import { storedFirewallManagerTokenSource } from '#shared/credentials/firewall-manager/stored-token-source.ts';
import type { SecretReader } from '#shared/credentials/secret-reader.ts';

/** A secret that holds these tokens one after the other; counts how often it was read. */
function sourceOf(...tokens: string[]) {
  let reads = 0;
  const secrets: SecretReader = {
    read: async (_name, schema) => {
      const token = tokens[Math.min(reads, tokens.length - 1)];
      reads += 1;
      return { value: schema.parse({ token }), versionId: `version-${reads}` };
    },
  };
  const source = storedFirewallManagerTokenSource({ secrets, secretName: 'firewall-manager-token' });
  return { source, reads: () => reads };
}

describe('the stored API token', () => {
  it('is read once', async () => {
    const { source, reads } = sourceOf('token');
    expect([await source.current(), await source.current()]).toEqual(['token', 'token']);
    expect(reads()).toBe(1);
  });

  it('is read again when it was refused, and gives way to what a rotation has stored', async () => {
    const { source, reads } = sourceOf('old', 'new');
    await source.current();
    expect([await source.replace('old'), await source.replace('old')]).toEqual(['new', 'new']);
    expect(await source.current()).toBe('new');
    expect(reads()).toBe(2);
  });

  it('has no other in its place while the secret has not changed', async () => {
    const { source } = sourceOf('token');
    expect(await source.replace(await source.current())).toBeUndefined();
  });
});
