import { type App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';

/**
 * Makes every synthesis fail on a finding of cdk-nag's rules.
 * A finding that does not apply is acknowledged, with its reason, on the construct it is about (`acknowledge.ts`).
 * @see https://github.com/cdklabs/cdk-nag/blob/main/RULES.md
 */
export function addSecurityChecks(app: App): void {
  Validations.of(app).addPlugins(
    new AwsSolutionsChecks(app, { verbose: true }),
    new ServerlessChecks(app, { verbose: true }),
  );
}
