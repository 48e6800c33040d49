import { describe, expect, it } from 'vitest';
import { organisationOfSecret } from '#functions/rotate-scc-token/organisation-of-secret.ts';
import { stageNameSchema } from '#shared/config/names.ts';
import { organisationSchema } from '#shared/config/organisation.ts';
import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';

const stage = stageNameSchema.parse('test');
const secureAccess = { edition: 'global' };
const withSecurityCloudControl = organisationSchema.parse({
  secureAccess,
  securityCloudControl: { organizationId: '6d1f2a54-1f0b-4e67-9a3e-5b8c7d90a101' },
});
const organisations = {
  main: withSecurityCloudControl,
  'main-lab': withSecurityCloudControl,
  other: organisationSchema.parse({ secureAccess }),
};

const beginning =
  'arn:aws:secretsmanager:eu-central-1:111122223333:secret:scc-automations/test/organisations';

describe('the organisation of a secret', () => {
  it.each([
    ['main', `${beginning}/main/scc-access-token-AbC123`],
    ['main-lab', `${beginning}/main-lab/scc-access-token-zzzzzz`],
    ['main', `${beginning}/main/scc-access-token`],
    ['main', 'scc-automations/test/organisations/main/scc-access-token'],
  ])('is %s for %s', (name, secretId) => {
    expect(organisationOfSecret(secretId, stage, organisations)).toEqual({
      name,
      settings: withSecurityCloudControl.securityCloudControl,
    });
  });

  it.each([
    ['the API key', `${beginning}/main/scc-api-key-AbC123`],
    ['an organisation without Security Cloud Control', `${beginning}/other/scc-access-token-AbC123`],
    ['an unknown organisation', `${beginning}/elsewhere/scc-access-token-AbC123`],
    ['another stage', `${beginning.replace('/test/', '/prod/')}/main/scc-access-token-AbC123`],
    ['a name that only begins alike', `${beginning}/main/scc-access-token-of-mine-AbC123`],
    ['nothing known', 'secret'],
  ])('cannot be told for the secret of %s, and the message says what is rotated', (_what, secretId) => {
    const asking = () => organisationOfSecret(secretId, stage, organisations);

    expect(asking).toThrow(ConfigurationProblem);
    expect(asking).toThrow(
      /rotates scc-automations\/test\/organisations\/main\/scc-access-token, .*main-lab\/scc-access-token\./,
    );
  });
});
