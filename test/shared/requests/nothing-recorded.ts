import type { RecordedRequest } from '#shared/requests/request-reader.ts';

/** What is recorded of a request of which nothing is recorded but its id: tests add what matters to them. */
export function nothingRecorded(requestId: RecordedRequest['requestId']): RecordedRequest {
  return {
    requestId,
    parts: [],
    enrichmentParts: [],
    rejected: [],
    enrichments: [],
    outcomes: [],
    decisions: [],
  };
}
