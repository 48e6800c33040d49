import { GiveUp } from '#shared/errors/give-up.ts';
import type { IndicatorStatus } from '#shared/iocs/indicator-status.ts';
import type { Clock } from '#shared/time/clock.ts';
import type { Sleep } from '#shared/time/sleep.ts';
import type { LocalStack } from '../stack-file.ts';
import type { DemoDelivery } from './deliveries.ts';
import type { DemoReport } from './demo-report.ts';
import { followRequest } from './follow-request.ts';
import type { ReadRequest } from './request-reader.ts';
import { sendDelivery } from './send-delivery.ts';

export interface DemoOptions {
  readonly stack: LocalStack;
  readonly deliveries: readonly DemoDelivery[];
  readonly readRequest: ReadRequest;
  readonly report: DemoReport;
  readonly clock: Clock;
  readonly sleep: Sleep;
  /** Makes the id of a delivery: a new one, so that the delivery is no repeat. */
  readonly newDeliveryId: () => string;
  readonly signal?: AbortSignal | undefined;
}

/** An indicator that did not end as the demo expects. */
export interface Surprise {
  readonly connection: string;
  readonly value: string;
  readonly expected: IndicatorStatus;
  readonly seen: IndicatorStatus | undefined;
}

const followLimitInMilliseconds = 60_000;
const pollInMilliseconds = 200;

/**
 * Sends the deliveries one after the other, and tells as it happens what becomes of each indicator.
 * Answers with every indicator that did not end as expected.
 * @throws GiveUp when a delivery is not accepted or the API does not answer.
 */
export async function runDemo(options: DemoOptions): Promise<Surprise[]> {
  const surprises: Surprise[] = [];
  for (const delivery of options.deliveries) {
    surprises.push(...(await runDelivery(delivery, options)));
  }
  return surprises;
}

async function runDelivery(delivery: DemoDelivery, options: DemoOptions): Promise<Surprise[]> {
  const { report, clock, stack } = options;
  const connection = stack.connections[delivery.connection];
  if (connection === undefined) {
    throw new GiveUp(`The deployed stack has no connection ${delivery.connection}, which the demo sends to.`);
  }
  report.delivery(delivery);
  const sentAt = clock.now();
  const accepted = await sendDelivery(
    connection,
    { id: options.newDeliveryId(), sentAt, body: JSON.stringify(delivery.body) },
    options.signal,
  );
  report.accepted(accepted, clock.now().getTime() - sentAt.getTime());

  const seen = new Map<string, IndicatorStatus>();
  for await (const change of followRequest(accepted.requestId, {
    ...options,
    limitInMilliseconds: followLimitInMilliseconds,
    pollInMilliseconds,
  })) {
    const status = change.path.at(-1);
    if (status !== undefined) seen.set(change.value, status);
    report.change(change, change.seenAt.getTime() - sentAt.getTime());
  }
  if ([...seen.values()].includes('held')) report.waits(accepted.requestId);
  return Object.entries(delivery.expected)
    .map(([value, expected]) => ({
      connection: delivery.connection,
      value,
      expected,
      seen: seen.get(value),
    }))
    .filter((outcome) => outcome.seen !== outcome.expected);
}
