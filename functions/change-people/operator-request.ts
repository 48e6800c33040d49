import type { PeopleSettings } from '#shared/config/people.ts';
import type { EventPublisher } from '#shared/events/event-publisher.ts';
import type { HttpRequest } from '#shared/lambda/http-request.ts';
import type { PeopleChanges } from '#shared/people/changes/people-changes.ts';
import type { RecordedBatches } from '#shared/people/changes/recorded-batch.ts';
import type { Clock } from '#shared/time/clock.ts';

export interface PeopleChangePorts {
  readonly changes: Pick<PeopleChanges, 'find' | 'all'>;
  readonly batches: Pick<RecordedBatches, 'find'>;
  readonly events: EventPublisher;
  readonly settings: PeopleSettings;
  readonly clock: Clock;
}

/** A request of somebody in whom IAM believes. */
export interface OperatorRequest extends HttpRequest {
  /** Their ARN, as long as our events take it. */
  readonly by: string;
}
