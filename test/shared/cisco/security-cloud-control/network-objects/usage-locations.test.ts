import { expect, it } from 'vitest';
import { usageSentence } from '#shared/cisco/security-cloud-control/network-objects/usage-locations.ts';

const rule = { locationType: 'firewall_rule', locationName: 'Outbound deny', product: 'scc', count: 1 };
const policy = { locationType: 'policy', locationName: 'Security Policies', product: 'sdWan', count: 7 };

it.each([
  [[rule], 'It is used in the firewall rule Outbound deny (scc).'],
  [
    [rule, policy],
    'It is used in the firewall rule Outbound deny (scc) and 7 × in the policy Security Policies (sdWan).',
  ],
  [
    [
      {
        locationType: 'network_group',
        locationName: 'Groups',
        count: 2,
        items: [
          { id: '1', name: 'a' },
          { id: '2', name: 'b' },
        ],
      },
    ],
    'It is used 2 × in the network group Groups: a, b.',
  ],
  [[{ locationType: 'other', locationName: 'Somewhere' }], 'It is used in Somewhere.'],
  [[{}], 'It is used in a place without a name.'],
  [
    [rule, rule, rule, rule, rule],
    'It is used in the firewall rule Outbound deny (scc), in the firewall rule Outbound deny (scc), in the firewall rule Outbound deny (scc) and 2 more places.',
  ],
])('%j reads: %s', (usageLocations, sentence) => {
  expect(usageSentence({ code: 'CONFLICT', message: 'in use', usageLocations })).toBe(sentence);
});

it.each([[undefined], ['text'], [{}], [{ usageLocations: [] }], [{ usageLocations: 'x' }]])(
  '%j names no place',
  (body) => {
    expect(usageSentence(body)).toBeUndefined();
  },
);
