import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { addDeployment } from '#infra/stacks/add-deployment.ts';
import { exampleConfiguration as configuration, functionsDirectory, newApp } from '../synthesise.ts';

const reportSchema = z.object({
  pluginReports: z.array(z.object({ violations: z.array(z.object({ ruleName: z.string() })) })),
});

/** The rules that were broken in a synthesis into `outdir`. */
function brokenRules(outdir: string): string[] {
  const report: unknown = JSON.parse(readFileSync(join(outdir, 'validation-report.json'), 'utf8'));
  return reportSchema
    .parse(report)
    .pluginReports.flatMap(({ violations }) => violations.map(({ ruleName }) => ruleName));
}

/** CDK's own check of the templates takes seconds, more on a machine that is busy with other tests. */
const patientTimeoutMilliseconds = 90_000;

describe('synthesis for an account', { timeout: patientTimeoutMilliseconds }, () => {
  it("passes cdk-nag's and CloudFormation's checks as it stands", () => {
    const app = newApp({ checkTemplates: true });
    addDeployment(app, { configuration, target: 'account', functionsDirectory });
    expect(() => app.synth()).not.toThrow();
    expect(brokenRules(app.outdir)).toEqual([]);
  });

  it('fails when a resource breaks rules, and names them', () => {
    const app = newApp();
    const { automations } = addDeployment(app, { configuration, target: 'account', functionsDirectory });
    new Queue(automations, 'WithoutSafeguards');
    expect(() => app.synth()).toThrow();
    expect(brokenRules(app.outdir).toSorted()).toEqual([
      'AwsSolutions-SQS3',
      'AwsSolutions-SQS4',
      'Serverless-SQSRedrivePolicy',
    ]);
  });
});
