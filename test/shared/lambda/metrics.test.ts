import { MetricUnit } from '@aws-lambda-powertools/metrics';
import { afterEach, expect, it, vi } from 'vitest';
import { functionMetrics } from '#shared/lambda/metrics.ts';

afterEach(() => void vi.unstubAllEnvs());

it('tells deployments in one account apart by their stage, and functions by their name', () => {
  vi.stubEnv('STAGE', 'trial').stubEnv('POWERTOOLS_SERVICE_NAME', 'block-iocs');
  const metrics = functionMetrics();
  metrics.addMetric('MessagesGivenBack', MetricUnit.Count, 1);

  expect(metrics.serializeMetrics()).toMatchObject({
    _aws: { CloudWatchMetrics: [{ Namespace: 'SccAutomations', Dimensions: [['service', 'stage']] }] },
    service: 'block-iocs',
    stage: 'trial',
    MessagesGivenBack: 1,
  });
});

it('keeps both beside a further dimension', () => {
  vi.stubEnv('STAGE', 'trial').stubEnv('POWERTOOLS_SERVICE_NAME', 'block-iocs');
  const single = functionMetrics().singleMetric();
  single.addDimension('connection', 'splunk');

  expect(single.serializeMetrics()._aws.CloudWatchMetrics[0]?.Dimensions).toEqual([
    ['service', 'stage', 'connection'],
  ]);
});
