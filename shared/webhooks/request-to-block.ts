import type { DeploymentConfiguration } from '../config/deployment-configuration.ts';
import type { Guard } from '../iocs/guard/guard.ts';
import type { RequestToBlock } from '../requests/received-request.ts';
import { screenValues } from './screen-values.ts';
import { screeningTargets } from './screening-targets.ts';
import { splitIntoParts } from './split-into-parts.ts';
import { senderHostsOf, type UnderstoodWebhook, unusableValues } from './understood-webhook.ts';

/**
 * Every value is screened for each list of the connection: what is rejected ends here, what is held goes on to the
 * worker with the rest.
 */
export function requestToBlock(
  understood: UnderstoodWebhook,
  { configuration, guard }: { configuration: DeploymentConfiguration; guard: Guard },
): RequestToBlock {
  const { requestId, name, connection, receivedAt, webhook } = understood;
  const screened = screenValues(webhook.values, screeningTargets(connection, configuration), {
    guard,
    about: {
      confidence: webhook.confidence,
      severity: webhook.severity,
      minimumConfidence: connection.minimumConfidence,
      minimumSeverity: connection.minimumSeverity,
      senderHosts: senderHostsOf(understood),
    },
  });
  return {
    requestId,
    connection: name,
    action: 'block',
    receivedAt,
    parts: splitIntoParts(screened.forWorker),
    held: screened.held,
    rejected: [...screened.rejected, ...unusableValues(understood)],
  };
}
