import type { RequestToEnrich } from '../requests/received-request.ts';
import { splitForEnrichment } from './split-for-enrichment.ts';
import { senderHostsOf, type UnderstoodWebhook, unusableValues } from './understood-webhook.ts';
import { valuesToEnrich } from './values-to-enrich.ts';

/** Every value that somebody outside can know is asked about; the text goes on as it is. */
export function requestToEnrich(understood: UnderstoodWebhook): RequestToEnrich {
  const { requestId, name, connection, receivedAt, webhook } = understood;
  const { indicators, rejected } = valuesToEnrich(webhook.values, senderHostsOf(understood));
  return {
    requestId,
    connection: name,
    action: 'enrich',
    receivedAt,
    urgent: webhook.urgent ?? connection.enrichment?.urgent ?? false,
    parts: splitForEnrichment(indicators, webhook.text),
    rejected: [...rejected, ...unusableValues(understood)],
  };
}
