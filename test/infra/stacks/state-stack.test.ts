import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { synthesise } from '../synthesise.ts';

const { state } = synthesise('account');

const kept = { DeletionPolicy: 'RetainExceptOnCreate', UpdateReplacePolicy: 'Retain' };

describe('what must survive, in an account', () => {
  it('has one key, which is rotated and kept', () => {
    state.resourceCountIs('AWS::KMS::Key', 1);
    state.hasResource('AWS::KMS::Key', { ...kept, Properties: { EnableKeyRotation: true } });
  });

  it.each(['events.amazonaws.com', 'cloudwatch.amazonaws.com'])(
    'lets %s use the key for nothing but encrypted delivery',
    (service) => {
      state.hasResourceProperties('AWS::KMS::Key', {
        KeyPolicy: {
          Statement: Match.arrayWith([
            Match.objectLike({
              Principal: { Service: service },
              Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
            }),
          ]),
        },
      });
    },
  );

  it('has one table: encrypted, restorable, locked against deletion, forgetting rows when they expire', () => {
    state.resourceCountIs('AWS::DynamoDB::Table', 1);
    state.hasResource('AWS::DynamoDB::Table', {
      ...kept,
      Properties: {
        KeySchema: [
          { AttributeName: 'pk', KeyType: 'HASH' },
          { AttributeName: 'sk', KeyType: 'RANGE' },
        ],
        BillingMode: 'PAY_PER_REQUEST',
        DeletionProtectionEnabled: true,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
        TimeToLiveSpecification: { AttributeName: 'expiresAtEpochSeconds', Enabled: true },
      },
    });
  });

  it.each([
    'connections/splunk',
    'connections/network-detection',
    'connections/threat-intelligence',
    'connections/playbooks',
    'organisations/headquarters/secure-access-api-key',
    'organisations/headquarters/secure-access-access-token',
    'organisations/headquarters/secure-access-key-admin-key',
    'organisations/headquarters/log-bucket-key',
    'organisations/headquarters/scc-api-key',
    'organisations/headquarters/scc-access-token',
    'organisations/headquarters/firewall-manager-token',
    'organisations/headquarters/xdr-client',
    'organisations/branch/secure-access-api-key',
    'organisations/branch/secure-access-access-token',
    'organisations/branch/scc-api-key',
    'organisations/branch/scc-access-token',
    'approvals/chat-webhook',
    'people/sources/tickets',
    'people/sources/service-desk',
    'people/sources/identity-provider',
    'people/ticket-systems/tickets',
    'people/ticket-systems/service-desk',
    'claim-codes/northwind',
    'organisation-sources/requests',
    'organisation-sources/service-desk',
    'organisation-sources/portal',
  ])('has the secret %s: encrypted with the key, kept, and without a value', (name) => {
    state.hasResource('AWS::SecretsManager::Secret', {
      ...kept,
      Properties: {
        Name: `scc-automations/example/${name}`,
        KmsKeyId: Match.anyValue(),
        SecretString: Match.absent(),
        GenerateSecretString: Match.absent(),
      },
    });
  });

  it("gives AWS's type to the API key that AWS is to rotate, and to no other secret", () => {
    const typed = { Properties: { Type: Match.anyValue() } };
    expect(Object.values(state.findResources('AWS::SecretsManager::Secret', typed))).toHaveLength(1);
    state.hasResourceProperties('AWS::SecretsManager::Secret', {
      Name: 'scc-automations/example/organisations/branch/scc-api-key',
      Type: 'CiscoSecurityPlatformApiKey',
    });
  });

  it('has Secrets Manager itself make the key that signs approval links', () => {
    state.hasResource('AWS::SecretsManager::Secret', {
      ...kept,
      Properties: {
        Name: 'scc-automations/example/approvals/signing-key',
        KmsKeyId: Match.anyValue(),
        SecretString: Match.absent(),
        GenerateSecretString: Match.objectLike({ GenerateStringKey: 'current', PasswordLength: 64 }),
      },
    });
  });

  it('has no other secret', () => {
    state.resourceCountIs('AWS::SecretsManager::Secret', 27);
  });

  it('has an index of what stands on a list, in the order in which leases end', () => {
    state.hasResourceProperties('AWS::DynamoDB::Table', {
      GlobalSecondaryIndexes: [
        {
          IndexName: 'blocks-of-list',
          KeySchema: [
            { AttributeName: 'standsOnList', KeyType: 'HASH' },
            { AttributeName: 'leaseEnd', KeyType: 'RANGE' },
          ],
          Projection: { ProjectionType: 'ALL' },
        },
      ],
    });
  });

  it('has a bucket for published lists: encrypted, private, only over TLS', () => {
    state.hasResource('AWS::S3::Bucket', {
      ...kept,
      Properties: {
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
        VersioningConfiguration: { Status: 'Enabled' },
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [
            Match.objectLike({
              ServerSideEncryptionByDefault: Match.objectLike({ SSEAlgorithm: 'aws:kms' }),
            }),
          ],
        },
      },
    });
    state.hasResourceProperties('AWS::S3::BucketPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
        ]),
      },
    });
  });

  it('has the bus with its archive, which forgets before requests are forgotten', () => {
    state.hasResourceProperties('AWS::Events::EventBus', { Name: 'scc-automations-example-events' });
    state.hasResourceProperties('AWS::Events::Archive', {
      EventPattern: { account: [{ Ref: 'AWS::AccountId' }] },
      RetentionDays: 30,
    });
  });

  it('says in the stack itself that it is the one to keep', () => {
    expect(state.toJSON().Description).toBe(
      'SCC Automations example: what must survive (key, table, secrets, bus)',
    );
  });
});
