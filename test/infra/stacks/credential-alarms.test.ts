import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { configuredCredentials } from '#shared/credentials/health/configured-credentials.ts';
import { exampleConfiguration, synthesise } from '../synthesise.ts';

const { automations } = synthesise('account');
const credentials = configuredCredentials(exampleConfiguration).map(({ organisation, kind }) => ({
  organisation,
  kind,
}));

/** What every alarm on a credential has in common. */
const daily = (organisation: string, credential: string) => ({
  Namespace: 'SccAutomations',
  Dimensions: [
    { Name: 'credential', Value: credential },
    { Name: 'organisation', Value: organisation },
    { Name: 'stage', Value: 'example' },
  ],
  Statistic: 'Minimum',
  Period: 86_400,
  EvaluationPeriods: 1,
  TreatMissingData: 'ignore',
  AlarmActions: [{ Ref: Match.stringLikeRegexp('^Alarms') }],
});

describe('alarms on credentials', () => {
  it.each(credentials)('ring when the $kind of $organisation does not work', ({ organisation, kind }) => {
    automations.hasResourceProperties('AWS::CloudWatch::Alarm', {
      ...daily(organisation, kind),
      AlarmName: `scc-automations-example-${organisation}-${kind}-fails`,
      MetricName: 'CredentialWorks',
      ComparisonOperator: 'LessThanThreshold',
      Threshold: 1,
    });
  });

  it.each([
    { organisation: 'headquarters', days: 14 },
    { organisation: 'headquarters', days: 5 },
    { organisation: 'branch', days: 14 },
    { organisation: 'branch', days: 5 },
  ])('ring when the refresh token of $organisation has $days days left', ({ organisation, days }) => {
    automations.hasResourceProperties('AWS::CloudWatch::Alarm', {
      ...daily(organisation, 'scc-api-key'),
      AlarmName: `scc-automations-example-${organisation}-scc-api-key-${days}-days-left`,
      MetricName: 'CredentialDaysLeft',
      ComparisonOperator: 'LessThanOrEqualToThreshold',
      Threshold: days,
    });
  });

  it('ring when a credential cannot be checked', () => {
    automations.hasResourceProperties('AWS::CloudWatch::Alarm', {
      AlarmName: 'scc-automations-example-credential-checks-broken',
      Namespace: 'SccAutomations',
      MetricName: 'CredentialChecksBroken',
      Dimensions: [
        { Name: 'service', Value: 'check-credentials' },
        { Name: 'stage', Value: 'example' },
      ],
      ComparisonOperator: 'GreaterThanThreshold',
      Threshold: 0,
      TreatMissingData: 'ignore',
      AlarmActions: [{ Ref: Match.stringLikeRegexp('^Alarms') }],
    });
  });

  it('are one for each credential that is configured, two more for each refresh token, and one for the checks', () => {
    const alarms = automations.findResources('AWS::CloudWatch::Alarm', {
      Properties: {
        Namespace: 'SccAutomations',
        AlarmName: Match.not(Match.stringLikeRegexp('lists-not-reconciled|firewall-deployments-failed')),
      },
    });
    expect(Object.keys(alarms)).toHaveLength(credentials.length + 2 * 2 + 1);
  });
});
