import { randomUUID } from 'node:crypto';
import {
  EventBridgeClient,
  ListRulesCommand,
  ListTargetsByRuleCommand,
  TestEventPatternCommand,
} from '@aws-sdk/client-eventbridge';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { miniStackAccountId } from '#infra/local/emulator/emulator.ts';
import type { DeployedSystem } from './deployed-system.ts';

/** What an AWS service says on the default bus. */
export interface ServiceEvent {
  readonly source: string;
  readonly detailType: string;
  readonly detail: object;
}

/**
 * Brings events of AWS services to the targets of the deployed rules. Only the services may publish under `aws.`, so
 * that PutEvents refuses them: here EventBridge still decides which rules match, and the delivery is ours.
 * @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEventsRequestEntry.html
 */
export class DefaultBus {
  readonly #events: EventBridgeClient;
  readonly #functions: LambdaClient;
  readonly #region: string;

  constructor({ stack, credentials }: DeployedSystem) {
    const client = { endpoint: stack.awsEndpoint, region: stack.region, credentials };
    this.#events = new EventBridgeClient(client);
    this.#functions = new LambdaClient(client);
    this.#region = stack.region;
  }

  /** Delivers an event as EventBridge does, without waiting for what comes of it; answers to how many targets. */
  async deliver({ source, detailType, detail }: ServiceEvent): Promise<number> {
    const event = JSON.stringify({
      version: '0',
      id: randomUUID(),
      'detail-type': detailType,
      source,
      account: miniStackAccountId,
      time: new Date().toISOString(),
      region: this.#region,
      resources: [],
      detail,
    });
    const targets = await this.#targetsOf(event);
    for (const FunctionName of targets) {
      await this.#functions.send(
        new InvokeCommand({ FunctionName, InvocationType: 'Event', Payload: event }),
      );
    }
    return targets.length;
  }

  async #targetsOf(event: string): Promise<string[]> {
    const { Rules = [] } = await this.#events.send(new ListRulesCommand({}));
    const targets: string[] = [];
    for (const { Name, EventPattern } of Rules) {
      // A rule without a pattern goes by the clock.
      if (EventPattern === undefined) continue;
      const { Result } = await this.#events.send(new TestEventPatternCommand({ EventPattern, Event: event }));
      if (!Result) continue;
      const { Targets = [] } = await this.#events.send(new ListTargetsByRuleCommand({ Rule: Name }));
      targets.push(...Targets.flatMap(({ Arn }) => Arn ?? []));
    }
    return targets;
  }
}
