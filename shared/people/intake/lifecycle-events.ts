import type { z } from 'zod';
import type { LifecycleSourceName } from '../../config/names.ts';
import type { OutgoingEvent } from '../../events/event-publisher.ts';
import type { offboardRequestedSchema } from '../../events/offboard-requested.ts';
import type { onboardRequestedSchema } from '../../events/onboard-requested.ts';
import type { PersonChangeWithdrawn } from '../../events/people-commands.ts';
import type { RequestId } from '../../requests/request-id.ts';
import { dayIn, instantIn, type TimeZone, timeIn, timeZoneSchema } from '../../time/zoned-time.ts';
import type { LifecycleRequest } from '../lifecycle/lifecycle-request.ts';

/** EventBridge `source` of what people's sources have asked for over HTTP. */
export const peopleSourceEventSource = 'scc-automations.people-sources';

/** The command that has planned what a source has asked for. */
export function requestedEvent(
  request: LifecycleRequest,
  origin: { readonly requestId: RequestId; readonly source: LifecycleSourceName },
): OutgoingEvent {
  const { email, emailOrigin, ticket, requester } = request;
  const common = {
    version: 1,
    requestId: origin.requestId,
    lifecycleSource: origin.source,
    email,
    emailOrigin,
    ticket,
    requestedBy: requester,
    ...toldTime(request),
  } as const;
  if (request.kind === 'onboard') {
    const detail = { ...common, name: request.name, profile: request.profile };
    return {
      source: peopleSourceEventSource,
      detailType: 'OnboardRequested',
      detail: detail satisfies z.input<typeof onboardRequestedSchema>,
    };
  }
  const detail = { ...common, name: request.name, departure: request.departure };
  return {
    source: peopleSourceEventSource,
    detailType: 'OffboardRequested',
    detail: detail satisfies z.input<typeof offboardRequestedSchema>,
  };
}

/** The command that forgets what a ticket asked for. */
export function withdrawnEvent(ticket: string, source: LifecycleSourceName, at: Date): OutgoingEvent {
  const detail: PersonChangeWithdrawn = {
    version: 1,
    withdrawn: { by: 'ticket', source, ticket },
    requestedBy: source,
    requestedAt: at.toISOString(),
  };
  return { source: peopleSourceEventSource, detailType: 'PersonChangeWithdrawn', detail };
}

const utc = timeZoneSchema.parse('UTC');
const millisecondsPerMinute = 60_000;

/**
 * Day and time as people there say it; in UTC for the one hour a year that clocks there show twice, of which a command
 * would mean the first. Seconds are left out.
 */
function toldTime({ effective }: LifecycleRequest) {
  if (effective.kind === 'immediate') return { immediate: true };
  const minute = Math.floor(effective.at.getTime() / millisecondsPerMinute) * millisecondsPerMinute;
  const there = localTime(new Date(minute), effective.timeZone);
  const isExact = instantIn(there.timeZone, there.day, there.time).getTime() === minute;
  return isExact ? there : localTime(new Date(minute), utc);
}

function localTime(at: Date, timeZone: TimeZone) {
  return { day: dayIn(timeZone, at), time: timeIn(timeZone, at), timeZone };
}
