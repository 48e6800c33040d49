import { Duration, Stack } from 'aws-cdk-lib';
import { EventBus } from 'aws-cdk-lib/aws-events';
import type { Construct } from 'constructs';
import type { StageName } from '#shared/config/names.ts';
import { resourceName } from './resource-name.ts';

/**
 * Shorter than requests are remembered (`requestRetentionDays`), so that
 * a replayed command is always recognised as a repeat and changes nothing.
 */
const archiveRetention = Duration.days(30);

/**
 * The bus on which commands and results travel, with an archive from which they can be replayed.
 * It is encrypted with EventBridge's own key: a key of ours would have to admit every workload that publishes.
 */
export class AutomationBus extends EventBus {
  constructor(scope: Construct, id: string, props: { stage: StageName }) {
    const name = resourceName(props.stage, 'events');
    super(scope, id, { eventBusName: name });
    this.archive('Archive', {
      archiveName: name,
      description: 'Every command and result, to replay after a fault',
      eventPattern: { account: [Stack.of(this).account] },
      retention: archiveRetention,
    });
  }
}
