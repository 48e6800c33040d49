import { describe, expect, it } from 'vitest';
import { awsIamMethod } from '#shared/webhooks/authentication/aws-iam.ts';

const method = awsIamMethod([
  'arn:aws:iam::111122223333:role/automation/soar',
  'arn:aws:iam::111122223333:user/teams/playbook',
]);

const authenticate = (awsCallerArn?: string) =>
  method.authenticate({ headers: new Map(), body: Buffer.alloc(0), receivedAt: new Date(0), awsCallerArn });

describe('an AWS sender', () => {
  it.each([
    'arn:aws:sts::111122223333:assumed-role/soar/a-session',
    'arn:aws:sts::111122223333:assumed-role/soar/another',
    'arn:aws:iam::111122223333:user/teams/playbook',
  ])('is authentic as %s', (arn) => {
    expect(authenticate(arn)).toEqual({ kind: 'authentic' });
  });

  it.each([
    ['another role', 'arn:aws:sts::111122223333:assumed-role/other/soar'],
    ['a role whose name begins alike', 'arn:aws:sts::111122223333:assumed-role/soar2/a-session'],
    ['the role of another account', 'arn:aws:sts::999999999999:assumed-role/soar/a-session'],
    ['the role in another partition', 'arn:aws-cn:sts::111122223333:assumed-role/soar/a-session'],
    ['a user of that name', 'arn:aws:iam::111122223333:user/soar'],
    ['another user', 'arn:aws:iam::111122223333:user/playbook'],
    ['the whole account', 'arn:aws:iam::111122223333:root'],
    ['nobody', ''],
  ])('is refused as %s', (_, arn) => {
    expect(authenticate(arn)).toEqual({
      kind: 'refused',
      likelyCause: `${arn} is none of the connection's callers in the configuration`,
    });
  });

  it('is told the other address when the gateway has not verified it', () => {
    expect(authenticate()).toEqual({
      kind: 'refused',
      likelyCause: expect.stringMatching(/post to \/aws-webhooks\/ and its name, signed with SigV4/),
    });
  });
});
