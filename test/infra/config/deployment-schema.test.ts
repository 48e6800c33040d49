import { readFileSync } from 'node:fs';
import { parse } from 'jsonc-parser';
import { describe, expect, it } from 'vitest';
import { deploymentJsonSchema } from '#infra/config/deployment-json-schema.ts';
import { settingNames } from '#infra/config/setting-names.ts';

const example: unknown = parse(readFileSync('infra/config/example.json', 'utf8'));

describe('the JSON Schema for editors', () => {
  it('is up to date; otherwise run `node infra/config/generate-schema.ts`', () => {
    const written: unknown = JSON.parse(readFileSync('infra/config/deployment.schema.json', 'utf8'));
    expect(written).toEqual(JSON.parse(JSON.stringify(deploymentJsonSchema)));
  });
});

describe('example.json', () => {
  it.each([
    { at: 'the top', path: [] },
    { at: 'an organisation', path: ['organisations', 'headquarters'] },
    { at: 'Security Cloud Control', path: ['organisations', 'headquarters', 'securityCloudControl'] },
    { at: 'Firewall Manager', path: ['organisations', 'headquarters', 'firewallManager'] },
    { at: 'XDR', path: ['organisations', 'headquarters', 'xdr'] },
    { at: "the API key's rotation", path: ['organisations', 'headquarters', 'secureAccess', 'keyRotation'] },
    {
      at: "the log bucket key's rotation",
      path: ['organisations', 'headquarters', 'secureAccess', 'logBucketKeyRotation'],
    },
    { at: 'a destination list', path: ['destinationLists', 'soc-block'] },
    { at: 'a network group', path: ['networkGroups', 'firewalls'] },
    { at: 'a mapping', path: ['connections', 'network-detection', 'mapping'] },
    { at: 'limits', path: ['limits'] },
    { at: 'blocking', path: ['blocking'] },
    { at: 'the guard', path: ['guard'] },
    { at: 'a published list', path: ['guard', 'lists', 'umbrella-top'] },
    { at: 'the blast radius', path: ['blastRadius'] },
    { at: 'approvals', path: ['approvals'] },
    { at: 'leases', path: ['leases'] },
    { at: 'enrichment', path: ['enrichment'] },
    { at: 'the enrichment of a connection', path: ['connections', 'playbooks', 'enrichment'] },
    { at: 'people', path: ['people'] },
    { at: 'the working day', path: ['people', 'workingDay'] },
    { at: 'departures', path: ['people', 'departures'] },
    { at: 'a profile', path: ['people', 'profiles', 'analyst'] },
    { at: 'protected accounts', path: ['people', 'protectedAccounts'] },
    { at: "the fuses for people's changes", path: ['people', 'fuses'] },
  ])('shows every setting of $at', ({ path }) => {
    expect(example).toHaveProperty(path.length > 0 ? path : ['stage']);
    for (const name of settingNames(path)) expect(example).toHaveProperty([...path, name]);
  });

  it('shows every setting of a connection; some of them in one that they are for', () => {
    const shownIn: Record<string, string> = {
      mapping: 'network-detection',
      action: 'playbooks',
      enrichment: 'playbooks',
    };
    for (const name of settingNames(['connections', 'splunk'])) {
      expect(example).toHaveProperty(['connections', shownIn[name] ?? 'splunk', name]);
    }
  });

  it('shows every setting of Secure Access; the one of Umbrella alone in an organisation of its own', () => {
    const ofOrganisation = (name: string) => ['organisations', name, 'secureAccess'];
    const ofUmbrella = 'childOrganisationId';
    expect(example).toHaveProperty([...ofOrganisation('branch'), ofUmbrella]);
    for (const name of settingNames(ofOrganisation('headquarters')).filter((name) => name !== ofUmbrella)) {
      expect(example).toHaveProperty([...ofOrganisation('headquarters'), name]);
    }
  });
});
