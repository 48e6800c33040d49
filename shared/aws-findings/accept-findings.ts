import type { DeploymentConfiguration } from '../config/deployment-configuration.ts';
import { RefusedInput } from '../errors/refused-input.ts';
import type { BusEvent } from '../events/bus-event.ts';
import type { EventPublisher, OutgoingEvent } from '../events/event-publisher.ts';
import { severities } from '../events/severity.ts';
import type { Guard } from '../iocs/guard/guard.ts';
import { isNonEmpty } from '../non-empty.ts';
import { screeningTargets } from '../webhooks/screening-targets.ts';
import { blockCommandsFromFinding } from './block-commands-from-finding.ts';
import { findingSources } from './finding-sources.ts';
import type { ParsedFinding } from './parsed-finding.ts';

/** EventBridge `source` of the commands that findings become. */
export const findingEventSource = 'scc-automations.findings';

/** What came of an event, by number of indicators. */
export interface AcceptedFindings {
  readonly findings: number;
  readonly commands: number;
  readonly held: number;
  readonly rejected: number;
}

/**
 * Turns an event of the default bus into commands to block, and publishes them. A finding that its service repeats
 * gives the same commands, which the worker ignores.
 * @throws RefusedInput when the event is of no service that is listened to, or is not one of its findings
 * @throws RetryLater when the bus did not take the commands
 */
export async function acceptFindings(
  event: BusEvent,
  {
    configuration,
    publisher,
    guard,
  }: { configuration: DeploymentConfiguration; publisher: EventPublisher; guard: Guard },
): Promise<AcceptedFindings> {
  const service = findingSources.find(
    ({ source, detailType }) => source === event.source && detailType === event['detail-type'],
  );
  const settings = service && configuration.awsFindings?.[service.setting];
  if (!service || !settings) {
    throw new RefusedInput(
      `Event ${event.id} ("${event['detail-type']}" from ${event.source}) is of no service that awsFindings of the configuration names.`,
    );
  }
  const findings = service
    .parse(event.detail)
    .filter((finding) => isSevereEnough(finding, settings.minimumSeverity));
  const commands: OutgoingEvent[] = [];
  let held = 0;
  let rejected = 0;
  for (const finding of findings) {
    for (const target of screeningTargets(settings, configuration)) {
      const origin = { origin: event.source, receivedAt: new Date(event.time) };
      const screened = blockCommandsFromFinding(finding, target, origin, guard);
      held += screened.held.length;
      rejected += screened.rejected.length;
      for (const detail of screened.commands) {
        commands.push({ source: findingEventSource, detailType: 'BlockRequested', detail });
      }
    }
  }
  if (isNonEmpty(commands)) await publisher.publish(commands);
  return { findings: findings.length, commands: commands.length, held, rejected };
}

function isSevereEnough({ severity }: ParsedFinding, minimum: (typeof severities)[number]): boolean {
  return severity !== undefined && severities.indexOf(severity) >= severities.indexOf(minimum);
}
