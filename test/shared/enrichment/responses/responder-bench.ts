import { journaledResponder } from '#shared/enrichment/responses/journaled-responder.ts';
import type { Responder, ResponseOrder } from '#shared/enrichment/responses/responder.ts';
import type { ResponseJournal } from '#shared/enrichment/responses/response-journal.ts';
import { indicatorSchema } from '#shared/iocs/indicator.ts';
import { seededMaliciousHash, seededModules } from '../../../simulators/xdr/seed.ts';
import { type SimulatedXdr, startSimulatedXdr } from '../../cisco/xdr/simulated-xdr.ts';
import { InMemoryResponseJournal } from './in-memory-journal.ts';

const { endpoint } = seededModules;

/** Path of every trigger, for faults. */
export const triggerTemplate = '/iroh/iroh-response/respond/trigger/{moduleInstanceId}/{actionId}';

/** The module withdraws this action once it is done. */
export const blockHash: ResponseOrder = {
  indicator: indicatorSchema.parse({ type: 'sha256', value: seededMaliciousHash }),
  moduleInstanceId: endpoint.instanceId,
  actionId: 'add-to-blocked-files',
};

/** A simulated XDR, the journal that outlives functions, and as many functions as a test wants. */
export interface ResponderBench {
  readonly xdr: SimulatedXdr;
  readonly journal: InMemoryResponseJournal;
  /** @param changes a journal that fails at one of its calls, as a crash there would */
  responder(changes?: Partial<ResponseJournal>): Responder;
  /** How often the order was triggered. */
  triggers(): number;
  /** Makes the module one that goes on offering what it has done. */
  neverWithdraw(): void;
}

export async function responderBench(): Promise<ResponderBench> {
  const xdr = await startSimulatedXdr();
  const journal = new InMemoryResponseJournal();
  return {
    xdr,
    journal,
    responder: (changes = {}) =>
      journaledResponder({
        client: xdr.client,
        clock: xdr.time,
        journal: {
          find: (...of) => journal.find(...of),
          open: (response) => journal.open(response),
          close: (response) => journal.close(response),
          withdraw: (response) => journal.withdraw(response),
          ...changes,
        },
      }),
    triggers: () => xdr.control.triggers().length,
    neverWithdraw: () =>
      xdr.control.putModule({ ...endpoint, actions: [{ ...endpoint.actions[0], undo: null }] }),
  };
}
