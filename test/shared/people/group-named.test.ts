import { describe, expect, it } from 'vitest';
import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';
import { groupNamed } from '#shared/people/group-named.ts';
import { type Group, groupIdSchema } from '#shared/people/groups.ts';

function group(id: string, name: string, membersManagedBy: Group['membersManagedBy'] = 'us'): Group {
  return { id: groupIdSchema.parse(id), name, membersManagedBy };
}

const available = {
  isComplete: true,
  groups: [
    group('a', 'SOC analysts'),
    group('b', 'Everybody', 'identity-provider'),
    group('c', 'Disabled users', 'platform'),
    group('d', 'Partners', 'another-organisation'),
    group('e', 'Twins'),
    group('f', 'Twins'),
  ],
};

describe('a group', () => {
  it.each(['SOC analysts', 'soc ANALYSTS'])('is found by its name: %s', (name) => {
    expect(groupNamed(available, name).id).toBe('a');
  });

  it.each([
    ['Night shift', 'There is no group Night shift; there are "SOC analysts", "Everybody"'],
    ['Twins', 'There is more than one group named Twins'],
    [
      'Everybody',
      'Nobody can be added to the group Everybody here: the identity provider decides who is in it.',
    ],
    ['Disabled users', 'the platform itself decides who is in it'],
    ['Partners', 'it belongs to another organisation'],
  ])('named %s is refused, and it is said why', (name, message) => {
    expect(() => groupNamed(available, name)).toThrow(ConfigurationProblem);
    expect(() => groupNamed(available, name)).toThrow(message);
  });

  it('that is not found may be among those that were not shown', () => {
    expect(() => groupNamed({ groups: [], isComplete: false }, 'Night shift')).toThrow(
      'there are none. These may not be all',
    );
    expect(() => groupNamed({ groups: [], isComplete: true }, 'Night shift')).not.toThrow('may not be all');
  });
});
