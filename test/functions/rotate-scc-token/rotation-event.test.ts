import { describe, expect, it } from 'vitest';
import { rotationEventSchema } from '#functions/rotate-scc-token/rotation-event.ts';

const event = {
  Step: 'createSecret',
  SecretId: 'arn:aws:secretsmanager:eu-central-1:111122223333:secret:name-AbC123',
  ClientRequestToken: 'b7a1c0de-3c44-4f0e-8c1d-2f9e6a7b8c01',
};

describe("Secrets Manager's event", () => {
  it.each(['createSecret', 'setSecret', 'testSecret', 'finishSecret'])('names the step %s', (Step) => {
    expect(rotationEventSchema.parse({ ...event, Step, RotationToken: 'more' })).toEqual({ ...event, Step });
  });

  it.each([
    { ...event, Step: 'deleteSecret' },
    { ...event, ClientRequestToken: 'short' },
    { ...event, ClientRequestToken: 'x'.repeat(65) },
    { ...event, SecretId: '' },
    {},
  ])('is refused as %j', (wrong) => {
    expect(rotationEventSchema.safeParse(wrong).success).toBe(false);
  });
});
