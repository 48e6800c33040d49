import type { Clock } from '../../time/clock.ts';
import type { OrganisationRequest, WantedProduct } from '../organisation-request.ts';
import type { Subscriptions } from '../subscriptions.ts';
import { type FoundProduct, findProduct } from './find-product.ts';
import type { Findings } from './findings.ts';
import { productStanding } from './product-standing.ts';
import type { StepName, StepRecord } from './step-record.ts';
import type { StepRunner } from './step-runner.ts';

/** A setup that takes longer is left for a person. */
const setupPatienceHours = 24;

interface ProductPorts {
  readonly subscriptions: Subscriptions;
  readonly runner: StepRunner;
  readonly findings: Findings;
  readonly clock: Clock;
}

/** Activates and deactivates products as they were asked for, and tells what takes its time or needs a person. */
export async function settleProducts(
  { products, claimCode }: Pick<OrganisationRequest, 'products' | 'claimCode'>,
  ports: ProductPorts,
): Promise<void> {
  const redeemed = claimCode && ports.runner.recorded({ step: 'redeem-claim-code', subject: claimCode });
  for (const wish of products) {
    const step: StepName = {
      step: wish.wanted === 'activated' ? 'activate-product' : 'deactivate-product',
      subject: wish.product,
    };
    const asked = [ports.runner.recorded(step), redeemed].find(
      (record) => record?.result === 'begun' || record?.result === 'done',
    );
    await settleProduct(wish, step, asked, ports);
  }
}

/** @param asked the record of what asked the product to be set up */
async function settleProduct(
  wish: WantedProduct,
  step: StepName,
  asked: StepRecord | undefined,
  ports: ProductPorts,
): Promise<void> {
  const { subscriptions, findings, clock } = ports;
  const found = await findProduct(subscriptions, wish.product);
  if (!found) {
    // A subscription that does not show yet may hold it.
    if (findings.waitingFor.length > 0) return findings.waitFor(`the product ${wish.product}`);
    const reason = `No subscription of the organisation has a product ${wish.product}. Correct its name, or add a claim code or a shared entitlement that holds it.`;
    return findings.leave(step, reason);
  }
  const standing = productStanding(found.product, wish, asked !== undefined);
  switch (standing.kind) {
    case 'as-wanted':
      return;
    case 'person':
      return findings.leave(step, standing.reason);
    case 'wait': {
      const hours = asked ? (clock.now().getTime() - asked.beganAt.getTime()) / 3_600_000 : 0;
      if (hours < setupPatienceHours) return findings.waitFor(`the setup of ${wish.product}`);
      const reason = `The setup of ${wish.product} has been going on for more than ${setupPatienceHours} hours: look at the subscription in the console, or ask Cisco's support.`;
      return findings.leave(step, reason);
    }
    case 'activate':
    case 'deactivate':
      return changeProduct(found, wish, step, ports);
  }
}

async function changeProduct(
  { product, subscription }: FoundProduct,
  wish: WantedProduct,
  step: StepName,
  { subscriptions, runner, findings }: ProductPorts,
): Promise<void> {
  const ended = await runner.settle({
    ...step,
    async look() {
      const now = await findProduct(subscriptions, wish.product);
      const standing = now && productStanding(now.product, wish, false).kind;
      return standing === 'activate' || standing === 'deactivate' ? undefined : now;
    },
    async act() {
      if (wish.wanted === 'activated') {
        await subscriptions.activate(subscription, product, { kind: 'new', region: wish.region });
      } else {
        await subscriptions.deactivate(subscription, product);
      }
      return undefined;
    },
    describe: () => `${wish.product} was asked to be ${wish.wanted}.`,
  });
  if (ended.result === 'open') findings.leave(step, ended.reason);
  else if (wish.wanted === 'activated') findings.waitFor(`the setup of ${wish.product}`);
}
