import { z } from 'zod';
import { RefusedInput } from '#shared/errors/refused-input.ts';
import type { AnyEffect, Fault, UniversalEffect } from '../cloud/faults.ts';
import type { LogFilter, LoggedRequest } from '../cloud/request-log.ts';
import type { SimulatedCloud, UniversalSettings } from '../cloud/simulated-cloud.ts';
import { parseInput } from './parse-input.ts';

/** What the routes that every simulator has call. Each method checks what it is given. */
export interface BasicControl {
  state(): { readonly now: string };
  requests(filter?: LogFilter): readonly Readonly<LoggedRequest>[];
  requestCounts(): Readonly<Record<string, number>>;
  reset(input: unknown): void;
  changeSettings(changes: unknown): unknown;
  addFault(input: unknown): unknown;
  advanceClock(seconds: number): void;
}

/** What a cloud's own control knows of its inputs. */
export interface ControlInputs<Settings, Effect, FaultInput> {
  readonly settings: z.ZodType<Settings>;
  readonly fault: z.ZodType<Fault<Effect>, FaultInput>;
}

/** A part of a cloud that can be put back to how it is at the start. */
export interface ResetPart<Part extends string> {
  readonly part: Part;
  reset(): void;
}

const clockSchema = z.strictObject({
  advanceSeconds: z.number().min(0).max(31_536_000).describe('At most a year at once.'),
});

/**
 * Looks into one simulated cloud and changes it, past its API. In-process callers and the routes under `/_control`
 * come through here. Every method that takes input throws {@link RefusedInput} naming each wrong place.
 */
export abstract class CloudControl<
  Settings extends UniversalSettings,
  OwnEffect extends AnyEffect,
  FaultInput,
  Part extends string,
> {
  readonly #cloud: SimulatedCloud<Settings, OwnEffect>;
  readonly #inputs: ControlInputs<Settings, UniversalEffect | OwnEffect, FaultInput>;

  constructor(
    cloud: SimulatedCloud<Settings, OwnEffect>,
    inputs: ControlInputs<Settings, UniversalEffect | OwnEffect, FaultInput>,
  ) {
    this.#cloud = cloud;
    this.#inputs = inputs;
  }

  /** The parts of a reset beside those that every cloud has, in the order in which they are put back. */
  protected abstract get ownParts(): readonly ResetPart<Part>[];

  /** The request log, oldest first. */
  requests(filter?: LogFilter): readonly Readonly<LoggedRequest>[] {
    return this.#cloud.log.requests(filter);
  }

  /** Requests by method and template: `{ "POST /auth/v2/token": 1 }`. */
  requestCounts(): Readonly<Record<string, number>> {
    return this.#cloud.log.counts();
  }

  /** Puts the seed back in place of everything, or of the named parts. */
  reset(input: { only?: readonly (UniversalPart | Part)[] } = {}): void {
    const parts: readonly ResetPart<string>[] = [...this.#universalParts(), ...this.ownParts];
    const schema = z.strictObject({
      only: z
        .array(z.enum(parts.map(({ part }) => part)))
        .min(1)
        .optional()
        .describe('Everything without it.'),
    });
    const { only } = parseInput(schema, input);
    for (const { part, reset } of parts) if (only?.includes(part) ?? true) reset();
  }

  /** Changes the named switches and leaves the others as they are. */
  changeSettings(changes: Partial<Settings>): Settings {
    this.#cloud.settings = parseInput(this.#inputs.settings, { ...this.#cloud.settings, ...changes });
    return this.#cloud.settings;
  }

  addFault(input: FaultInput): Fault<UniversalEffect | OwnEffect> {
    const fault = parseInput(this.#inputs.fault, input);
    const templates = new Set(this.#cloud.routes.map((route) => route.template));
    if (fault.match.template !== undefined && !templates.has(fault.match.template)) {
      throw new RefusedInput(
        `match.template: no route has the template ${fault.match.template}; there are ${[...templates].join(', ')}`,
      );
    }
    this.#cloud.faults.add(fault);
    return fault;
  }

  /** Sets the simulated clock ahead. */
  advanceClock(seconds: number): void {
    this.#cloud.clock.advance(parseInput(clockSchema, { advanceSeconds: seconds }).advanceSeconds);
  }

  /** What every cloud's state shows. */
  protected universalState(): UniversalState<Settings, UniversalEffect | OwnEffect> {
    return {
      now: this.#cloud.clock.now().toISOString(),
      settings: this.#cloud.settings,
      faults: this.#cloud.faults.waiting(),
      requestCounts: this.#cloud.log.counts(),
    };
  }

  /** The clock comes first, since the others are seeded by it. */
  #universalParts(): readonly ResetPart<UniversalPart>[] {
    const cloud = this.#cloud;
    return [
      { part: 'clock', reset: () => cloud.clock.reset() },
      { part: 'log', reset: () => cloud.log.clear() },
      { part: 'faults', reset: () => cloud.faults.clear() },
      {
        part: 'settings',
        reset: () => {
          cloud.settings = cloud.defaultSettings;
        },
      },
    ];
  }
}

export type UniversalPart = 'clock' | 'log' | 'faults' | 'settings';

export interface UniversalState<Settings, Effect> {
  /** Simulated time, ISO 8601. */
  readonly now: string;
  readonly settings: Settings;
  /** Faults that still wait for a request. */
  readonly faults: readonly Fault<Effect>[];
  readonly requestCounts: Readonly<Record<string, number>>;
}
