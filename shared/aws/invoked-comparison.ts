import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import type { z } from 'zod';
import type { DestinationListName } from '../config/names.ts';
import type { reconcileRequestSchema } from '../iocs/reconciliation/reconciliation-report.ts';

/**
 * Has a destination compared with the ledger by another function, soon: it is only told to, and a run that fails is
 * tried again and kept by that function itself.
 */
export function invokedComparison(
  client: LambdaClient,
  functionName: string,
): (destination: DestinationListName) => Promise<void> {
  return async (destinationList) => {
    const request: z.input<typeof reconcileRequestSchema> = { destinationList };
    await client.send(
      new InvokeCommand({
        FunctionName: functionName,
        InvocationType: 'Event',
        Payload: JSON.stringify(request),
      }),
    );
  };
}
