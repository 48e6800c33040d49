import { describe, expect, it } from 'vitest';
import { configuredFunctions } from '#infra/functions/configured-functions.ts';
import { networkGroupSchema } from '#shared/config/network-group.ts';
import { exampleConfiguration } from '../synthesise.ts';

const onFirewalls = { kind: 'network-group', organisation: 'headquarters', name: 'soc-block', region: 'us' };
const inSecureAccess = { kind: 'network-object-group', organisation: 'headquarters', name: 'soc-block' };

describe('what deploys network groups', () => {
  it.each([
    { where: 'one is deployed by itself', groups: [{ ...onFirewalls, deploy: 'auto' }], exists: true },
    {
      where: 'a person deploys each',
      groups: [{ ...onFirewalls, deploy: 'never' }, onFirewalls],
      exists: false,
    },
    { where: 'none is on firewalls', groups: [inSecureAccess], exists: false },
    { where: 'there are none', groups: [], exists: false },
  ])('exists where $where: $exists', ({ groups, exists }) => {
    const networkGroups = Object.fromEntries(
      groups.map((group, index) => [`group-${index}`, networkGroupSchema.parse(group)]),
    );
    const functions = configuredFunctions({ ...exampleConfiguration, networkGroups });
    expect(functions.has('deploy-network-groups')).toBe(exists);
  });
});
