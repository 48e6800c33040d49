import type { StageName } from '#shared/config/names.ts';

/**
 * Name of a resource that people or other systems look up: `scc-automations-production-block`.
 * Everything else is named by CloudFormation, so that it can be replaced without a clash.
 */
export function resourceName(stage: StageName, name: string): string {
  return `scc-automations-${stage}-${name}`;
}
