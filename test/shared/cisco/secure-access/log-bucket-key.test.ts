import { inspect } from 'node:util';
import { beforeEach, describe, expect, it } from 'vitest';
import { authorisedClient } from '#shared/cisco/secure-access/authorised-client.ts';
import { rotateLogBucketKeyAtCisco } from '#shared/cisco/secure-access/log-bucket-key.ts';
import { requestAccessToken } from '#shared/cisco/secure-access/request-access-token.ts';
import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';
import { GiveUp } from '#shared/errors/give-up.ts';
import { answer, startHttpTestServer } from '../http-test-server.ts';
import {
  MintingTokenSource,
  type SimulatedOrganisation,
  startSimulatedOrganisation,
} from './simulated-organisation.ts';

const rotator = { key: 'rotator', secret: 'secret', scopes: ['admin.iam:write' as const] };

let organisation: SimulatedOrganisation;

beforeEach(async () => {
  organisation = await startSimulatedOrganisation();
  organisation.control.putKey(rotator);
});

function clientOf(apiKey: { key: string; secret: string }, baseUrl = organisation.baseUrl) {
  const { http } = organisation;
  const tokens = new MintingTokenSource(() => requestAccessToken(http, organisation.baseUrl, apiKey));
  return authorisedClient({ http, tokens, baseUrl });
}

const rotations = () => organisation.control.requestCounts()['POST /admin/v2/iam/rotateKey'];

describe('the key of the log bucket', () => {
  it('is replaced by a new one', async () => {
    const key = await rotateLogBucketKeyAtCisco(clientOf(rotator));
    expect(key).toEqual({
      accessKeyId: expect.stringMatching(/^AKIA/),
      secretAccessKey: expect.any(String),
    });
  });

  it('is asked for again when the answer was lost', async () => {
    organisation.control.addFault({
      match: { template: '/admin/v2/iam/rotateKey' },
      effect: { kind: 'process-then-drop' },
    });

    await rotateLogBucketKeyAtCisco(clientOf(rotator));
    expect(rotations()).toBe(2);
  });

  it('needs a scope, which is named', async () => {
    const reader = { key: 'reader', secret: 'secret', scopes: ['policies.rules:read' as const] };
    organisation.control.putKey(reader);
    await expect(rotateLogBucketKeyAtCisco(clientOf(reader))).rejects.toThrow('admin.iam:write');
  });

  it('that is older than 90 days is a matter for a person', async () => {
    organisation.time.pass(91 * 86_400_000);
    const rotating = rotateLogBucketKeyAtCisco(clientOf(rotator));
    await expect(rotating).rejects.toThrow(ConfigurationProblem);
    await expect(rotating).rejects.toThrow('If the key has passed its 90 days, make a new one there');
  });

  it('in an answer of unknown form is quoted nowhere', async () => {
    const server = await startHttpTestServer(() => answer(200, { secretAccessKey: 'canary' }));
    const error = await rotateLogBucketKeyAtCisco(clientOf(rotator, server.url)).catch(
      (caught: unknown) => caught,
    );
    expect(error).toBeInstanceOf(GiveUp);
    expect(inspect(error, { depth: 10 })).not.toContain('canary');
  });
});
