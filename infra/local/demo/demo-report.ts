import type { IndicatorStatus } from '#shared/iocs/indicator-status.ts';
import type { RequestId } from '#shared/requests/request-id.ts';
import { formatDuration } from '../terminal/duration.ts';
import { paint, type Terminal } from '../terminal/terminal.ts';
import type { ApprovalLinkOf } from './approval-links.ts';
import type { DemoDelivery } from './deliveries.ts';
import { isTerminal, type StatusChange } from './follow-request.ts';
import type { AcceptedDelivery } from './send-delivery.ts';

/** Tells what the demo does, as it happens. */
export interface DemoReport {
  delivery(delivery: DemoDelivery): void;
  accepted(answer: AcceptedDelivery, elapsedInMilliseconds: number): void;
  change(change: StatusChange, elapsedInMilliseconds: number): void;
  /** Something in this request waits for a person. */
  waits(requestId: RequestId): void;
}

const timeWidth = 8;
const typeWidth = 7;
const valueWidth = 54;

/** One line per event: time since the delivery was sent, indicator, the way it went. */
export function demoReportOn(terminal: Terminal, approvalLinkOf: ApprovalLinkOf): DemoReport {
  const line = (elapsedInMilliseconds: number, text: string) =>
    terminal.write(
      `  ${paint(terminal, 'dim', formatDuration(elapsedInMilliseconds).padStart(timeWidth))}  ${text}\n`,
    );
  return {
    delivery({ connection, story }) {
      terminal.write(`\n  ${paint(terminal, 'bold', connection)}: ${story}\n`);
    },
    accepted({ requestId, indicators }, elapsed) {
      line(
        elapsed,
        `accepted as ${requestId}: ${indicators.queued} queued, ${indicators.held} held, ${indicators.rejected} rejected`,
      );
    },
    change({ type, value, path, reason }, elapsed) {
      const way = ['received', ...path].join(' → ');
      const status = path.at(-1);
      const text = `${(type ?? '').padEnd(typeWidth)} ${shortened(value).padEnd(valueWidth)}  ${way}`;
      const why = reason === undefined ? '' : ` (${reason})`;
      line(elapsed, paint(terminal, colourOf(status), text) + paint(terminal, 'dim', why));
    },
    waits(requestId) {
      terminal.write(`            decide in a browser: ${approvalLinkOf(requestId)}\n`);
    },
  };
}

function shortened(value: string): string {
  return value.length <= valueWidth ? value : `${value.slice(0, valueWidth - 1)}…`;
}

function colourOf(status: IndicatorStatus | undefined): Parameters<typeof paint>[1] {
  if (status === undefined || !isTerminal(status)) return 'dim';
  switch (status) {
    case 'enforced':
    case 'already-enforced':
      return 'green';
    case 'failed':
      return 'red';
    default:
      return 'yellow';
  }
}
