import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { organisationNameSchema, stageNameSchema } from '#shared/config/names.ts';
import { keyNamePrefix, newKeyName } from '#shared/credentials/secure-access-key/key-name.ts';

/** As Cisco's description of the API has it. */
const namePattern = /^[a-zA-Z0-9:.-_+=\s]+$/;

const name = (longest: number) => fc.stringMatching(new RegExp(`^[a-z][a-z0-9-]{0,${longest - 1}}$`));

const deployment = fc.record({
  accountId: fc.stringMatching(/^\d{12}$/),
  region: fc.constantFrom('eu-west-1', 'us-gov-east-1'),
  stage: name(16).map((text) => stageNameSchema.parse(text)),
  organisation: name(39).map((text) => organisationNameSchema.parse(text)),
});

describe('the name of a key', () => {
  it('is one that the cloud takes, and within its 256 characters', () => {
    fc.assert(
      fc.property(deployment, fc.uuid(), (given, versionId) => {
        const made = newKeyName(keyNamePrefix(given), new Date('2026-01-01T08:00:00Z'), versionId);
        expect(made).toMatch(namePattern);
        expect(made.length).toBeLessThanOrEqual(256);
      }),
    );
  });

  it('begins with the prefix of no other deployment or organisation', () => {
    fc.assert(
      fc.property(deployment, deployment, (one, other) => {
        fc.pre(JSON.stringify(one) !== JSON.stringify(other));
        expect(keyNamePrefix(one).startsWith(keyNamePrefix(other))).toBe(false);
      }),
    );
  });
});
