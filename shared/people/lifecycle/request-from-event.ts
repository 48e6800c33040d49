import type { BusEvent } from '../../events/bus-event.ts';
import { type OffboardRequested, offboardRequestedSchema } from '../../events/offboard-requested.ts';
import { type OnboardRequested, onboardRequestedSchema } from '../../events/onboard-requested.ts';
import { instantIn } from '../../time/zoned-time.ts';
import { describeMismatch } from '../../webhooks/parsers/describe-mismatch.ts';
import { type ChangeReading, isRefusal, type Refusal, refusal } from './change-reading.ts';
import { claimedProfile } from './claimed-profile.ts';
import type { EffectiveTime } from './effective-time.ts';
import type { ReadingSettings } from './reading-context.ts';

/** What the reading of an event is told beside the event. */
interface EventContext {
  readonly settings: ReadingSettings;
  readonly receivedAt: Date;
}

/** What a command on the bus comes to. */
export function requestFromEvent(
  { 'detail-type': type, detail }: Pick<BusEvent, 'detail-type' | 'detail'>,
  context: EventContext,
): ChangeReading {
  if (type === 'OnboardRequested') {
    const command = onboardRequestedSchema.safeParse(detail);
    if (!command.success) return notUnderstood(type, describeMismatch(command.error));
    return joiner(command.data, context);
  }
  if (type === 'OffboardRequested') {
    const command = offboardRequestedSchema.safeParse(detail);
    if (!command.success) return notUnderstood(type, describeMismatch(command.error));
    return leaver(command.data, context);
  }
  return notUnderstood('command about a person', 'OnboardRequested or OffboardRequested is expected');
}

function joiner(command: OnboardRequested, context: EventContext): ChangeReading {
  const effective = effectiveTime(command, context.settings.workingDay.start, context);
  if (isRefusal(effective)) return effective;
  const wanted = claimedProfile(command, { ...context, source: { profile: undefined } });
  if (isRefusal(wanted)) return wanted;
  return {
    kind: 'accepted',
    request: { kind: 'onboard', ...about(command), effective, name: command.name, profile: wanted.profile },
  };
}

function leaver(command: OffboardRequested, context: EventContext): ChangeReading {
  const effective = effectiveTime(command, context.settings.workingDay.end, context);
  if (isRefusal(effective)) return effective;
  const { name, departure } = command;
  return { kind: 'accepted', request: { kind: 'offboard', ...about(command), effective, name, departure } };
}

function about({ email, emailOrigin, ticket, requestedBy }: OnboardRequested | OffboardRequested) {
  return { email, emailOrigin, ticket, requester: requestedBy };
}

function effectiveTime(
  { immediate, day, time, timeZone: told }: OnboardRequested | OffboardRequested,
  usualTime: ReadingSettings['workingDay']['start'],
  { settings, receivedAt }: EventContext,
): EffectiveTime | Refusal {
  if (immediate) return { kind: 'immediate', since: receivedAt };
  if (day === undefined)
    return refusal('date-missing', 'No day is told, and it is not said to be immediate.');
  const timeZone = told ?? settings.timeZone;
  return { kind: 'scheduled', at: instantIn(timeZone, day, time ?? usualTime), timeZone };
}

function notUnderstood(what: string, mismatch: string): Refusal {
  return refusal('not-understood', `The event is no ${what}: ${mismatch}.`);
}
