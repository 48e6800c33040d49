import { describe, expect } from 'vitest';
import { z } from 'zod';
import { sha256Of } from '../../http/bearer-token.ts';
import { seededLogBucketKey, seededLogBucketRotatorKey } from '../../secure-access/seed.ts';
import { ApiCaller, it as signedInAsOrdinary } from './simulator-test.ts';

const rotateKey = '/admin/v2/iam/rotateKey';
const day = 86_400;
const rotatedSchema = z.object({ currentKeyId: z.string(), secretAccessKey: z.string() });

const it = signedInAsOrdinary.extend('rotator', async ({ simulator }) => {
  const rotator = new ApiCaller(simulator.url);
  await rotator.signIn(seededLogBucketRotatorKey);
  return rotator;
});

describe("rotating the log bucket's key", () => {
  it('answers with both ids and the new secret', async ({ rotator }) => {
    const answer = await rotator.call('POST', rotateKey);
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      oldKeyId: seededLogBucketKey.keyId,
      currentKeyId: expect.stringMatching(/^AKIA[0-9A-F]{16}$/),
      secretAccessKey: expect.any(String),
      keyCreationDate: '2026-01-01T08:00:00.000Z',
    });
  });

  it('leaves one key that works: the newest, for 90 days', async ({ simulator, rotator }) => {
    const examine = (secret: string) => simulator.control.examineSecret(sha256Of(secret));
    const { currentKeyId, secretAccessKey } = rotatedSchema.parse(
      (await rotator.call('POST', rotateKey)).body,
    );
    expect(examine(seededLogBucketKey.secretAccessKey)).toMatchObject({ works: false, newest: false });
    expect(examine(secretAccessKey)).toMatchObject({ keyId: currentKeyId, works: true, newest: true });
    simulator.control.advanceClock(90 * day - 1);
    expect(examine(secretAccessKey)).toMatchObject({ works: true });
    simulator.control.advanceClock(1);
    expect(examine(secretAccessKey)).toMatchObject({ works: false, newest: true });
  });

  it.for([
    ['refuses', 400],
    ['rotates', 200],
  ] as const)('after day 90 %s', async ([lostLogBucketKey, status], { simulator, rotator }) => {
    simulator.control.changeSettings({ lostLogBucketKey });
    simulator.control.advanceClock(90 * day);
    await rotator.signIn(seededLogBucketRotatorKey);
    expect((await rotator.call('POST', rotateKey)).status).toBe(status);
  });

  it('writes errors in an envelope of its own', async ({ simulator, api }) => {
    const reader = { key: 'reader', secret: 'reader-secret', scopes: ['policies.rules:read' as const] };
    simulator.control.putKey(reader);
    await api.signIn(reader);
    expect(await api.call('POST', rotateKey)).toMatchObject({
      status: 403,
      body: {
        timestamp: '2026-01-01T08:00:00.000Z',
        status: 403,
        error: 'Access Forbidden',
        path: rotateKey,
      },
    });
  });
});
