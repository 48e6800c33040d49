import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ResponseJournal } from '#shared/enrichment/responses/response-journal.ts';
import { RetryLater } from '#shared/errors/retry-later.ts';
import type { FaultInput } from '../../../simulators/xdr/fault.ts';
import { enrichedRequest } from '../enriched-requests.ts';
import { blockHash, type ResponderBench, responderBench, triggerTemplate } from './responder-bench.ts';

const listTemplate = '/iroh/iroh-response/respond/observables';

const fault = (template: string, effect: FaultInput['effect']): FaultInput => ({
  match: { template },
  effect,
});

/** What can befall one delivery of a request. */
const fates = {
  'all is well': {},
  'XDR refuses the listing': {
    fault: fault(listTemplate, { kind: 'respond', status: 429, headers: { 'retry-after': '3557' } }),
  },
  'XDR refuses the trigger': {
    fault: fault(triggerTemplate, { kind: 'respond', status: 429, headers: { 'retry-after': '3557' } }),
  },
  'the client lacks the scope': {
    fault: fault(triggerTemplate, { kind: 'respond', status: 403, body: { error: 'missing_scope' } }),
  },
  'the answer to the trigger is lost': {
    fault: fault(triggerTemplate, { kind: 'process-then-drop' }),
  },
  'the trigger is lost on its way': { fault: fault(triggerTemplate, { kind: 'drop' }) },
  'the function dies before it writes down': { dies: 'before-open' },
  'the function dies after it has written down': { dies: 'after-open' },
  'the function dies before it records the end': { dies: 'before-close' },
} as const satisfies Record<string, { fault?: FaultInput; dies?: string }>;

type Fate = keyof typeof fates;

const fateNames = Object.keys(fates).filter((name): name is Fate => Object.hasOwn(fates, name));

function journalOf(fate: Fate, { journal }: ResponderBench): Partial<ResponseJournal> {
  const { dies } = { dies: undefined, ...fates[fate] };
  const die = () => {
    throw new Error('the function died');
  };
  switch (dies) {
    case 'before-open':
      return { open: async () => die() };
    case 'after-open':
      return {
        open: async (response) => {
          await journal.open(response);
          return die();
        },
      };
    case 'before-close':
      return { close: async () => die() };
    case undefined:
      return {};
  }
}

async function deliver(bench: ResponderBench, fate: Fate) {
  const { xdr } = bench;
  const { fault: expected } = { fault: undefined, ...fates[fate] };
  if (expected) xdr.control.addFault(expected);
  const outcome = await bench
    .responder(journalOf(fate, bench))
    .respond(enrichedRequest(), blockHash)
    .catch((error: unknown) => {
      xdr.time.pass(error instanceof RetryLater ? error.retryAfterSeconds * 1_000 : 60_000);
      return undefined;
    });
  xdr.control.reset({ only: ['faults'] });
  return outcome;
}

it('whatever befalls its deliveries, an action is triggered once at most, and its end is known at last', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...fateNames), { maxLength: 6 }),
      fc.boolean(),
      async (befalls, withdraws) => {
        const bench = await responderBench();
        if (!withdraws) bench.neverWithdraw();
        for (const fate of befalls) await deliver(bench, fate);

        const wellDelivered = Array.from({ length: 6 }, (): Fate => 'all is well');
        const ends = [];
        for (const fate of wellDelivered) ends.push((await deliver(bench, fate))?.result);

        expect(bench.triggers()).toBeLessThanOrEqual(1);
        expect(ends.at(-1)).toBeOneOf(['done', 'unknown']);
        if (ends.at(-1) === 'done') expect(bench.triggers()).toBe(1);
      },
    ),
    { numRuns: 25 },
  );
});
