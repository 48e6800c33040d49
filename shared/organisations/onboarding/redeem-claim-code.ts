import { RefusedInput } from '../../errors/refused-input.ts';
import type { ClaimCodeName, ClaimCodes } from '../claim-code.ts';
import type { OrganisationRequest, WantedProduct } from '../organisation-request.ts';
import type { Subscription, SubscriptionPreview } from '../subscription.ts';
import type { Subscriptions } from '../subscriptions.ts';
import { productsToProvision } from './check-products.ts';
import type { StepEnd } from './step.ts';
import type { StepRunner } from './step-runner.ts';

/**
 * The name of the subscription that a claim code stands for: by it the subscription is found once the code is used up.
 * Nothing is redeemed; but regions are checked, so that a wrong one is found before anything is made for good.
 * @param subscriptions of the organisation, or of its manager as long as there is none
 * @throws RefusedInput for a code that is expired or used, and for a region where a product cannot be
 */
export async function readClaimCode(
  claimCode: ClaimCodeName,
  { products }: Pick<OrganisationRequest, 'products'>,
  { subscriptions, claimCodes, runner }: ClaimPorts,
): Promise<string> {
  const read = runner.recorded({ step: 'read-claim-code', subject: claimCode });
  const redeemed = runner.recorded({ step: 'redeem-claim-code', subject: claimCode });
  const isUsedByUs = redeemed !== undefined && redeemed.result !== 'open' && runner.isOurs(redeemed);
  if (read?.learnt !== undefined && isUsedByUs) return read.learnt;
  try {
    const preview = await previewOf(claimCode, { subscriptions, claimCodes });
    productsToProvision(products, preview);
    await runner.note({ step: 'read-claim-code', subject: claimCode }, preview.name);
    return preview.name;
  } catch (error) {
    // An earlier request may have redeemed it here.
    const former = error instanceof RefusedInput ? read?.learnt : undefined;
    if (former !== undefined && (await find(subscriptions, former))) return former;
    throw error;
  }
}

/** Redeems a claim code, unless the subscription that it stands for is there. */
export function redeemClaimCode(
  claimCode: ClaimCodeName,
  subscriptionName: string,
  products: readonly WantedProduct[],
  { subscriptions, claimCodes, runner }: ClaimPorts,
): Promise<StepEnd<Subscription>> {
  return runner.settle({
    step: 'redeem-claim-code',
    subject: claimCode,
    look: () => find(subscriptions, subscriptionName),
    async act() {
      const preview = await previewOf(claimCode, { subscriptions, claimCodes });
      await subscriptions.redeem(await claimCodes.read(claimCode), productsToProvision(products, preview));
      return undefined;
    },
    describe: () => `The claim code stands for the subscription ${subscriptionName}.`,
  });
}

interface ClaimPorts {
  readonly subscriptions: Subscriptions;
  readonly claimCodes: ClaimCodes;
  readonly runner: StepRunner;
}

async function find(subscriptions: Subscriptions, name: string): Promise<Subscription | undefined> {
  return (await subscriptions.list()).find((subscription) => subscription.name === name);
}

async function previewOf(
  claimCode: ClaimCodeName,
  { subscriptions, claimCodes }: Pick<ClaimPorts, 'subscriptions' | 'claimCodes'>,
): Promise<SubscriptionPreview> {
  const code = await claimCodes.read(claimCode);
  try {
    return await subscriptions.preview(code);
  } catch (error) {
    if (!(error instanceof RefusedInput)) throw error;
    throw new RefusedInput(`${error.message} It is stored in the secret ${claimCodes.placeOf(claimCode)}.`);
  }
}
