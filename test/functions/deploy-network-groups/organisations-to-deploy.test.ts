import { describe, expect, it } from 'vitest';
import { networkGroupSchema } from '#shared/config/network-group.ts';
import { organisationsToDeploy } from '../../../functions/deploy-network-groups/organisations-to-deploy.ts';

const onFirewalls = { kind: 'network-group', organisation: 'main', name: 'soc-block', region: 'us' };
const automatic = { ...onFirewalls, deploy: 'auto' };
const inSecureAccess = { kind: 'network-object-group', organisation: 'main', name: 'soc-block' };

function organisations(groups: Readonly<Record<string, object>>) {
  const parsed = Object.entries(groups).map(([key, group]) => [key, networkGroupSchema.parse(group)]);
  return organisationsToDeploy({ networkGroups: Object.fromEntries(parsed) });
}

describe('organisations in which something is deployed', () => {
  it('are those with a group that is deployed by itself, each once', () => {
    expect(
      organisations({
        one: automatic,
        two: { ...automatic, name: 'soc-block-more' },
        branch: { ...automatic, organisation: 'branch' },
        other: { ...onFirewalls, organisation: 'other' },
      }),
    ).toEqual([
      { name: 'main', groups: ['one', 'two'] },
      { name: 'branch', groups: ['branch'] },
    ]);
  });

  it('name the groups too that a person deploys, since a deployment takes them along, and none of Secure Access', () => {
    expect(
      organisations({
        one: automatic,
        'by-hand': { ...onFirewalls, name: 'by-hand' },
        cloud: inSecureAccess,
      }),
    ).toEqual([{ name: 'main', groups: ['one', 'by-hand'] }]);
  });

  it.each([
    ['a person deploys each', { one: onFirewalls, two: { ...onFirewalls, deploy: 'never', name: 'two' } }],
    ['all are in Secure Access', { one: inSecureAccess }],
    ['there are no groups', {}],
  ])('are none where %s', (_why, groups) => {
    expect(organisations(groups)).toEqual([]);
  });
});
