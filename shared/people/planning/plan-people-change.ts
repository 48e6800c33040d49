import type { z } from 'zod';
import { RefusedInput } from '../../errors/refused-input.ts';
import type { BusEvent } from '../../events/bus-event.ts';
import {
  heldPeopleDecidedSchema,
  personChangeWithdrawnSchema,
  personUndoRequestedSchema,
} from '../../events/people-commands.ts';
import { describeMismatch } from '../../webhooks/parsers/describe-mismatch.ts';
import { acceptBatch } from './accept-batch.ts';
import { announceChange } from './announce-change.ts';
import { beginUndo } from './begin-undo.ts';
import { decideHeld } from './decide-held.ts';
import type { DroppedFile } from './dropped-file.ts';
import type { PlannerCommand } from './planner-command.ts';
import { nothing, type PlannerOutcome } from './planner-outcome.ts';
import type { PlannerPorts } from './planner-ports.ts';
import { readCommand } from './read-command.ts';
import { isFolderMarker, readFile } from './read-file.ts';
import { sweepForgottenTasks } from './sweep-forgotten-tasks.ts';
import { withdrawChange } from './withdraw-change.ts';

/** How patient the planner may be with one command. */
export interface PlanningPatience {
  /** Whether it may be tried again later where the organisations cannot be asked; else leavers are held. */
  readonly mayWait: boolean;
}

/**
 * Does what the planner is told; only one planner may do so at a time. Repeating it changes nothing.
 * @throws RefusedInput when it cannot be understood, and RetryLater when it has to be told again
 */
export async function planPeopleChange(
  command: PlannerCommand,
  ports: PlannerPorts,
  patience: PlanningPatience,
): Promise<PlannerOutcome> {
  switch (command.kind) {
    case 'file-dropped':
      return acceptFile(command.file, command.heardAt, ports, patience);
    case 'command':
      return obey(command.event, command.heardAt, ports, patience);
    case 'announcement-due':
      return announceChange(command.task, ports);
    case 'sweep-due':
      return sweepForgottenTasks(ports);
  }
}

async function acceptFile(
  file: DroppedFile,
  heardAt: Date,
  ports: PlannerPorts,
  patience: PlanningPatience,
): Promise<PlannerOutcome> {
  if (isFolderMarker(file)) return nothing('it is an empty folder');
  const bytes = await ports.files.read(file);
  return acceptBatch(readFile(file, bytes, { settings: ports.settings, heardAt }), ports, patience);
}

async function obey(
  event: BusEvent,
  heardAt: Date,
  ports: PlannerPorts,
  patience: PlanningPatience,
): Promise<PlannerOutcome> {
  switch (event['detail-type']) {
    case 'OnboardRequested':
    case 'OffboardRequested':
      return acceptBatch(readCommand(event, ports.settings), ports, patience);
    case 'HeldPeopleDecided':
      return decideHeld(detailOf(event, heldPeopleDecidedSchema), ports);
    case 'PersonChangeWithdrawn':
      return withdrawChange(detailOf(event, personChangeWithdrawnSchema), heardAt, ports);
    case 'PersonUndoRequested':
      return beginUndo(detailOf(event, personUndoRequestedSchema), ports);
    default:
      throw new RefusedInput(
        `The planner does not know ${JSON.stringify(event['detail-type'])}. Send it OnboardRequested, OffboardRequested, HeldPeopleDecided, PersonChangeWithdrawn or PersonUndoRequested.`,
      );
  }
}

function detailOf<Detail>(event: BusEvent, schema: z.ZodType<Detail>): Detail {
  const parsed = schema.safeParse(event.detail);
  if (parsed.success) return parsed.data;
  throw new RefusedInput(
    `The event ${event.id} is no ${event['detail-type']}: ${describeMismatch(parsed.error)}.`,
  );
}
