import type { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { unsupportedResourceTypes } from '#infra/local/unsupported-resources.ts';
import { synthesise } from '../synthesise.ts';

const account = synthesise('account');
const emulator = synthesise('emulator');

const templateSchema = z.object({
  Resources: z.record(z.string(), z.looseObject({ Type: z.string() })),
});

/** `AWS::SQS::QueuePolicy` → everything that differs below it: `Properties.PolicyDocument.Statement`. */
function differences(one: Template, other: Template): string[] {
  const left = templateSchema.parse(one.toJSON()).Resources;
  const right = templateSchema.parse(other.toJSON()).Resources;
  const found = [...new Set([...Object.keys(left), ...Object.keys(right)])].flatMap((id) => {
    const type = left[id]?.Type ?? right[id]?.Type ?? '';
    if (!left[id] || !right[id]) return [`${type}: only ${left[id] ? 'in an account' : 'in the emulator'}`];
    return differingPaths(left[id], right[id], '').map((path) => `${type}${path}`);
  });
  return [...new Set(found)].toSorted();
}

/** Places below which two JSON values differ, without the numbers of list entries. */
function differingPaths(left: unknown, right: unknown, path: string): string[] {
  if (JSON.stringify(left) === JSON.stringify(right)) return [];
  const [one, other] = [left, right].map((value) => z.record(z.string(), z.unknown()).safeParse(value).data);
  if (!one || !other) return [path];
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].flatMap((name) => differingPaths(one[name], other[name], `${path}.${name}`));
}

describe('what the emulator gets instead of what an account gets', () => {
  it('differs in the state stack by what it refuses, and by what keeps data', () => {
    expect(differences(account.state, emulator.state)).toEqual([
      'AWS::DynamoDB::Table.DeletionPolicy',
      'AWS::DynamoDB::Table.Properties.DeletionProtectionEnabled',
      'AWS::DynamoDB::Table.UpdateReplacePolicy',
      'AWS::Events::Archive: only in an account',
      'AWS::KMS::Key.DeletionPolicy',
      'AWS::KMS::Key.UpdateReplacePolicy',
      'AWS::S3::Bucket.DeletionPolicy',
      'AWS::S3::Bucket.UpdateReplacePolicy',
      'AWS::S3::BucketPolicy: only in an account',
      'AWS::SecretsManager::Secret.DeletionPolicy',
      'AWS::SecretsManager::Secret.UpdateReplacePolicy',
    ]);
  });

  it('differs in the automations stack by TLS, which its endpoint does not speak, and by rotation schedules', () => {
    expect(differences(account.automations, emulator.automations)).toEqual([
      'AWS::SNS::TopicPolicy.Properties.PolicyDocument.Statement',
      'AWS::SNS::TopicPolicy: only in an account',
      'AWS::SQS::QueuePolicy.Properties.PolicyDocument.Statement',
      'AWS::SQS::QueuePolicy: only in an account',
      'AWS::SecretsManager::RotationSchedule: only in an account',
    ]);
  });

  it('is told: each resource that was left out, and what does not work without it', () => {
    expect(emulator.leftOut).toEqual([
      {
        type: 'AWS::Events::Archive',
        path: 'State/Bus/Archive/Archive',
        consequence: 'events cannot be replayed',
      },
      ...['Rotation/headquarters', 'Rotation/branch', 'ManagedRotation/branch'].map((path) => ({
        type: 'AWS::SecretsManager::RotationSchedule',
        path: `Automations/RotateSccToken/${path}`,
        consequence: 'nothing is rotated by time; the local run rotates once itself',
      })),
    ]);
    expect(account.leftOut).toEqual([]);
  });

  it.each(unsupportedResourceTypes)('leaves out every %s', (type) => {
    emulator.state.resourceCountIs(type, 0);
    emulator.automations.resourceCountIs(type, 0);
  });
});
