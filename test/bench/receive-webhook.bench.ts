import { test } from 'vitest';
import { webhookIntake } from '../functions/receive-webhook/webhook-intake.ts';

const intake = webhookIntake();
let deliveries = 0;

/** A new body each time, so that none is taken for a repeat. */
function body(count: number): object {
  const run = deliveries++;
  return { indicators: Array.from({ length: count }, (_, index) => `host-${index}-${run}.example`) };
}

test.for([1, 200, 1_000])(
  'receive-webhook, warm, with AWS in memory: %d indicators',
  async (count, { bench }) => {
    await bench('verify, parse, screen, split, answer', async () => {
      await intake.sendAuthentic({ connection: 'feed', id: `msg_${deliveries}`, body: body(count) });
      // What the stand-ins remember would only slow them down.
      intake.published.length = 0;
      intake.recorded.length = 0;
    }).run();
  },
);
