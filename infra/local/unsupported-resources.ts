import { CfnResource } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/**
 * Resource types that the emulator refuses together with the whole template that holds one,
 * and what is missing locally for that reason. In an account they are always deployed.
 */
const unsupportedResources: Readonly<Record<string, string>> = {
  'AWS::Events::Archive': 'events cannot be replayed',
  'AWS::SecretsManager::RotationSchedule': 'nothing is rotated by time; the local run rotates once itself',
};

export const unsupportedResourceTypes: readonly string[] = Object.keys(unsupportedResources);

export interface LeftOutResource {
  readonly type: string;
  /** Its place among the constructs: `State/Bus/Archive/Archive`. */
  readonly path: string;
  /** What does not work locally without it. */
  readonly consequence: string;
}

/**
 * Takes resources that the emulator refuses out of everything below `root`. Call it before synthesis.
 * @returns what was left out, so that it can be said.
 */
export function leaveOutUnsupportedResources(root: IConstruct): LeftOutResource[] {
  return root.node.findAll().flatMap((construct) => {
    if (!CfnResource.isCfnResource(construct)) return [];
    const type = construct.cfnResourceType;
    const consequence = unsupportedResources[type];
    if (consequence === undefined) return [];
    construct.node.scope?.node.tryRemoveChild(construct.node.id);
    return [{ type, path: construct.node.path, consequence }];
  });
}
