import { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { DeadLetterQueue } from '#infra/constructs/dead-letter-queue.ts';
import { OperationsDashboard } from '#infra/constructs/operations-dashboard.ts';
import { stageNameSchema } from '#shared/config/names.ts';
import { newApp } from '../synthesise.ts';

const bodySchema = z.object({
  widgets: z.array(
    z.object({ properties: z.object({ title: z.string(), metrics: z.array(z.array(z.unknown())) }) }),
  ),
});

/** The metrics of each graph, by its title; what only a deployment knows stands there as its logical id. */
function graphsOf(template: Template): Map<string, string> {
  const dashboards = Object.values(template.findResources('AWS::CloudWatch::Dashboard'));
  const [{ Properties: properties } = { Properties: undefined }] = dashboards;
  const parts = z.object({
    DashboardBody: z.object({ 'Fn::Join': z.tuple([z.literal(''), z.array(z.unknown())]) }),
  });
  const [, joined] = parts.parse(properties).DashboardBody['Fn::Join'];
  const body = joined.map((part) =>
    typeof part === 'string' ? part : JSON.stringify(part).replaceAll('"', ''),
  );
  const { widgets } = bodySchema.parse(JSON.parse(body.join('')));
  return new Map(widgets.map(({ properties: { title, metrics } }) => [title, JSON.stringify(metrics)]));
}

function dashboardTemplate(): Template {
  const stack = new Stack(newApp(), 'Stack');
  const deadLetters = new DeadLetterQueue(stack, 'Failed', {
    name: 'failed',
    alarmDescription: 'Look at it.',
    alarmTopic: new Topic(stack, 'Alarms'),
    key: new Key(stack, 'Key'),
    requireTls: true,
  });
  new OperationsDashboard(stack, 'Dashboard', {
    stage: stageNameSchema.parse('trial'),
    apiId: 'api-1',
    queues: [new Queue(stack, 'Block'), new Queue(stack, 'Release')],
    deadLetters: [deadLetters],
  });
  return Template.fromStack(stack);
}

const template = dashboardTemplate();
const graphs = graphsOf(template);

describe('the dashboard of a deployment', () => {
  it('has the name of its stage', () => {
    template.hasResourceProperties('AWS::CloudWatch::Dashboard', {
      DashboardName: 'scc-automations-trial-operations',
    });
  });

  it.each<[title: string, shows: string[]]>([
    [
      'Time to block, median (ms)',
      ['{SccAutomations,stage,service,connection}', 'TimeToBlock', "'p50'", 'Dim.connection'],
    ],
    ['Time to block, 99 of 100 (ms)', ['TimeToBlock', "'p99'"]],
    ['Indicators by status', ['Indicators:enforced', 'Indicators:held', 'Indicators:failed', 'block-iocs']],
    ['Oldest command waits (s)', ['ApproximateAgeOfOldestMessage', 'Block', 'Release']],
    ['Commands waiting', ['ApproximateNumberOfMessagesVisible', 'Block', 'Release']],
    ['Dead letters: should be none', ['ApproximateNumberOfMessagesVisible', 'Failed']],
    ['Requests refused (4xx) and failed (5xx)', ['AWS/ApiGateway', '4xx', '5xx', 'api-1']],
    ['Blocks released', ['BlocksReleased', 'expire-blocks', 'release-blocks']],
    ['Differences between list and ledger', ['ListDrift', 'Dim.destinationList']],
    ['Entries on the list', ['EntriesOnList']],
    ['Days until the list is full', ['DaysUntilFull']],
    [
      'Credential works (1) or not (0)',
      ['{SccAutomations,stage,organisation,credential}', 'CredentialWorks'],
    ],
    ['Days until the credential ends', ['CredentialDaysLeft']],
  ])('shows "%s"', (title, shows) => {
    for (const shown of shows) expect(graphs.get(title)).toContain(shown);
  });

  it('shows nothing of another stage', () => {
    for (const metrics of graphs.values()) {
      if (metrics.includes('SccAutomations')) expect(metrics).toContain('trial');
    }
  });
});
