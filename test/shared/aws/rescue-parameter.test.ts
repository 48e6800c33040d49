import { SSMClient } from '@aws-sdk/client-ssm';
import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { rescueParameter } from '#shared/aws/rescue-parameter.ts';
import type { RefreshTokenRescue } from '#shared/credentials/security-cloud-control/refresh-token-rescue.ts';
import { answer, type HttpTestServer, startHttpTestServer } from '../cisco/http-test-server.ts';
import { firstApiKey } from '../credentials/security-cloud-control/rotation-bench.ts';

const name = '/scc-automations/test/organisations/main/rescued-refresh-token';
const encryptionKeyArn = 'arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';

const bodySchema = z.object({ Name: z.string(), Value: z.string().optional() }).loose();

let parameters: Map<string, string>;
let server: HttpTestServer;
let rescue: RefreshTokenRescue;

/** The three calls of Systems Manager, over its own protocol. */
beforeEach(async () => {
  parameters = new Map();
  server = await startHttpTestServer(({ headers, body }) => {
    const { Name, Value = '' } = bodySchema.parse(JSON.parse(body));
    const stored = parameters.get(Name);
    if (headers['x-amz-target'] === 'AmazonSSM.PutParameter') {
      parameters.set(Name, Value);
      return answer(200, { Version: 1 });
    }
    if (stored === undefined) return answer(400, { __type: 'ParameterNotFound' });
    if (headers['x-amz-target'] === 'AmazonSSM.DeleteParameter') parameters.delete(Name);
    return answer(200, { Parameter: { Name, Value: stored, Type: 'SecureString' } });
  });
  const client = new SSMClient({
    endpoint: server.url.href,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  });
  rescue = rescueParameter({ client, name, encryptionKeyArn });
});

const sent = () => server.calls.map(({ body }): unknown => JSON.parse(body));

describe('the rescue parameter', () => {
  it('gives back the key that it keeps, and keeps it encrypted with our key', async () => {
    await rescue.keep(firstApiKey);

    expect(await rescue.read()).toEqual(firstApiKey);
    expect(sent()).toMatchObject([
      { Name: name, Type: 'SecureString', KeyId: encryptionKeyArn, Overwrite: true },
      { Name: name, WithDecryption: true },
    ]);
  });

  it('is empty as long as nothing needed rescue, and after it was discarded', async () => {
    expect(await rescue.read()).toBeUndefined();
    await rescue.keep(firstApiKey);
    await rescue.discard();
    expect(await rescue.read()).toBeUndefined();
    await expect(rescue.discard()).resolves.toBeUndefined();
  });

  it.each(['', 'no JSON', '{}'])('counts as empty when it holds %j', async (value) => {
    parameters.set(name, value);
    expect(await rescue.read()).toBeUndefined();
  });
});
