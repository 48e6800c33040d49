import { z } from 'zod';
import { profileNameSchema } from '../../config/names.ts';
import { RefusedInput } from '../../errors/refused-input.ts';
import type { OutgoingEvent } from '../../events/event-publisher.ts';
import {
  lifecycleCommandMembers,
  personNameSchema,
  tellsWhen,
  whenMissing,
} from '../../events/lifecycle-command.ts';
import type { offboardRequestedSchema } from '../../events/offboard-requested.ts';
import type { onboardRequestedSchema } from '../../events/onboard-requested.ts';
import { operatorEventSource } from '../../events/release-requested.ts';
import type { RequestId } from '../../requests/request-id.ts';
import { describeMismatch } from '../../webhooks/parsers/describe-mismatch.ts';
import type { LifecycleRequest } from '../lifecycle/lifecycle-request.ts';
import type { ReadingSettings } from '../lifecycle/reading-context.ts';
import { requestFromEvent } from '../lifecycle/request-from-event.ts';

const { email, day, time, timeZone, immediate, ticket } = lifecycleCommandMembers;
const common = { email, day, time, timeZone, immediate, ticket };

/** Misspelt members are refused: a leaver whose `immediate` was overlooked would stay until the evening. */
const bodySchema = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('onboard'),
      ...common,
      name: personNameSchema,
      profile: profileNameSchema,
    }),
    z.strictObject({
      kind: z.literal('offboard'),
      ...common,
      name: personNameSchema.optional(),
      departure: z.enum(['voluntary', 'involuntary', 'unknown']).optional(),
    }),
  ])
  .refine(tellsWhen, whenMissing);

/** What an operator or a workload asks for over the API. */
export interface AskedChange {
  readonly request: LifecycleRequest;
  /** The command that has it planned. */
  readonly command: OutgoingEvent;
}

/**
 * Reads the body of `POST /people`.
 * @throws RefusedInput that says what is wrong; nothing that is unclear is guessed
 */
export function readAskedChange(
  body: unknown,
  asked: {
    readonly requestId: RequestId;
    readonly by: string;
    readonly at: Date;
    readonly settings: ReadingSettings;
  },
): AskedChange {
  const parsed = bodySchema.safeParse(body);
  if (!parsed.success) {
    throw new RefusedInput(
      `The body is not what is expected here: ${describeMismatch(parsed.error)}. Send { "kind": "offboard", "email": "…", "day": "2026-11-27" } or { "kind": "onboard", "email": "…", "name": { "given": "…", "family": "…" }, "profile": "…", "day": "…" }.`,
    );
  }
  const command = commandOf(parsed.data, asked);
  const reading = requestFromEvent(
    { 'detail-type': command.detailType, detail: command.detail },
    { settings: asked.settings, receivedAt: asked.at },
  );
  if (reading.kind === 'accepted') return { request: reading.request, command };
  throw new RefusedInput(
    reading.kind === 'refused'
      ? `Not accepted (${reading.reason}): ${reading.explanation}`
      : 'There is nothing to do.',
  );
}

function commandOf(
  body: z.infer<typeof bodySchema>,
  { requestId, by }: { readonly requestId: RequestId; readonly by: string },
): OutgoingEvent {
  const origin = { version: 1, requestId, lifecycleSource: 'api', requestedBy: by } as const;
  if (body.kind === 'onboard') {
    const { kind, ...told } = body;
    const detail = { ...told, ...origin } satisfies z.input<typeof onboardRequestedSchema>;
    return { source: operatorEventSource, detailType: 'OnboardRequested', detail };
  }
  const { kind, ...told } = body;
  const detail = { ...told, ...origin } satisfies z.input<typeof offboardRequestedSchema>;
  return { source: operatorEventSource, detailType: 'OffboardRequested', detail };
}
