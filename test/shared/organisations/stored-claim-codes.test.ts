import { expect, it } from 'vitest';
import { claimCodeNameSchema, holdsClaimCode } from '#shared/organisations/claim-code.ts';
import { storedClaimCodes } from '#shared/organisations/stored-claim-codes.ts';

it('a claim code is read from the secret of its name, without what was pasted around it', async () => {
  const name = claimCodeNameSchema.parse('northwind');
  const claimCodes = storedClaimCodes(
    {
      async read(secretName, schema) {
        expect(secretName).toBe('claim-codes/northwind');
        return { value: schema.parse({ claimCode: ' PHJZ-DWMF-ZBYH-FYMB\n' }), versionId: '1' };
      },
    },
    (one) => `claim-codes/${one}`,
  );
  expect(await claimCodes.read(name)).toBe('PHJZ-DWMF-ZBYH-FYMB');
  expect(claimCodes.placeOf(name)).toBe('claim-codes/northwind');
});

it.each([
  ['PHJZ-DWMF-ZBYH-FYMB', true],
  ['the code (PHJZ-DWMF-ZBYH-FYMB)', true],
  ['northwind-claim-code', false],
  ['da7d78a9-2db0-4fbc-a4bd-0565cd05a349', false],
])('%s looks like a claim code: %s', (text, is) => {
  expect(holdsClaimCode(text)).toBe(is);
});
