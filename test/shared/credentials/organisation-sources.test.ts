import { expect, it } from 'vitest';
import { organisationNameSchema, stageNameSchema } from '#shared/config/names.ts';
import { organisationFirewallManagerTokens } from '#shared/credentials/firewall-manager/organisation-token-sources.ts';
import { organisationSccTokenSources } from '#shared/credentials/security-cloud-control/organisation-token-sources.ts';
import { AdvancingTime } from '../cisco/advancing-time.ts';
import { storedToken } from './in-memory-token-secret.ts';

const stage = stageNameSchema.parse('test');
const [main, other] = ['main', 'other'].map((name) => organisationNameSchema.parse(name));

it('each organisation has its own access token of Security Cloud Control, read once', async () => {
  const time = new AdvancingTime();
  const read: string[] = [];
  const tokensOf = organisationSccTokenSources({
    stage,
    secrets: {
      async read(name, schema) {
        read.push(name);
        return {
          value: schema.parse(storedToken(`token-${read.length}`, 3_600, time.now())),
          versionId: name,
        };
      },
    },
    rotations: { begin: async () => undefined },
    clock: time,
    sleep: time.sleep,
  });
  const tokens = [];
  for (const name of [main, other, main]) if (name) tokens.push((await tokensOf(name).current()).accessToken);

  expect(tokens).toEqual(['token-1', 'token-2', 'token-1']);
  expect(read).toEqual([
    'scc-automations/test/organisations/main/scc-access-token',
    'scc-automations/test/organisations/other/scc-access-token',
  ]);
});

it('each organisation has its own API token of Firewall Manager, read once', async () => {
  const read: string[] = [];
  const tokensOf = organisationFirewallManagerTokens({
    stage,
    secrets: {
      async read(name, schema) {
        read.push(name);
        return { value: schema.parse({ token: `token-${read.length}` }), versionId: name };
      },
    },
  });
  const tokens = [];
  for (const name of [main, other, main]) if (name) tokens.push(await tokensOf(name).current());

  expect(tokens).toEqual(['token-1', 'token-2', 'token-1']);
  expect(read).toEqual([
    'scc-automations/test/organisations/main/firewall-manager-token',
    'scc-automations/test/organisations/other/firewall-manager-token',
  ]);
});
