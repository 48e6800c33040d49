import type { DeploymentConfiguration } from '#shared/config/deployment-configuration.ts';
import type { FunctionName } from '#shared/lambda/environment.ts';
import type { Safeguards } from './safeguards.ts';

/** What every stack of one deployment is built from. */
export interface Deployment {
  readonly configuration: DeploymentConfiguration;
  readonly safeguards: Safeguards;
  /** The folder of each configured function's bundle, ready to be uploaded. */
  readonly bundles: ReadonlyMap<FunctionName, string>;
}
