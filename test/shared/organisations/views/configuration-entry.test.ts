import { expect, it } from 'vitest';
import { organisationNameSchema } from '#shared/config/names.ts';
import { organisationSchema } from '#shared/config/organisation.ts';
import { organisationIdSchema } from '#shared/organisations/organisation.ts';
import { configurationEntry } from '#shared/organisations/views/configuration-entry.ts';

const id = organisationIdSchema.parse('6d1f2a54-1f0b-4e67-9a3e-5b8c7d90a101');

it.each([
  ['Northwind', [], 'northwind'],
  ['Müller & Söhne AG', [], 'muller-sohne-ag'],
  ['3 Musketeers Ltd.', [], 'musketeers-ltd'],
  ['東京', [], 'organisation'],
  ['Northwind', ['northwind', 'northwind-2'], 'northwind-3'],
  ['A'.repeat(60), ['a'.repeat(39)], `${'a'.repeat(37)}-2`],
])('%s becomes a key of the configuration', (name, taken, key) => {
  const entry = configurationEntry({ id, name }, taken);
  expect(Object.keys(entry)).toEqual([key]);
  expect(organisationNameSchema.parse(key)).toBe(key);
  expect(organisationSchema.parse(entry[key])).toMatchObject({
    securityCloudControl: { organizationId: id },
  });
});
