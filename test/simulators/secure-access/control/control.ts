import type { z } from 'zod';
import { RefusedInput } from '#shared/errors/refused-input.ts';
import {
  type AccessRule,
  newRuleSchema,
  type ruleChangesSchema,
  ruleDefinitionSchema,
} from '../access-rules.ts';
import { addByHand } from '../add-by-hand.ts';
import { type ApiKey, apiKeySchema } from '../api-keys.ts';
import type { Cloud } from '../cloud.ts';
import { type Fault, type FaultInput, faultSchema } from '../faults.ts';
import type { Posting } from '../posting-record.ts';
import type { LogFilter, LoggedRequest } from '../request-log.ts';
import { routeTable } from '../route-table.ts';
import { type Settings, type SettingsChanges, settingsSchema } from '../settings.ts';
import {
  addByHandSchema,
  clockSchema,
  type ListInput,
  listSchema,
  type ResetInput,
  resetSchema,
} from './inputs.ts';
import { parseInput } from './parse-input.ts';
import { reset } from './reset.ts';
import { type ListState, type SimulatorState, stateOf } from './state.ts';

/** A rule as it is added: name and action, and whatever differs from an enabled rule without conditions. */
export type RuleInput = z.input<typeof newRuleSchema>;
export type RuleChanges = z.infer<typeof ruleChangesSchema>;

/** A destination and how it came into its list. */
export interface DestinationState extends Posting {
  readonly id: string;
}

/**
 * Looks into the cloud and changes it, past its API. In-process callers and the routes under `/_control`
 * come through here. Every method that takes input throws {@link RefusedInput} naming each wrong place.
 */
export class SimulatorControl {
  readonly #cloud: Cloud;

  constructor(cloud: Cloud) {
    this.#cloud = cloud;
  }

  state(): SimulatorState {
    return stateOf(this.#cloud);
  }

  /** The request log, oldest first. */
  requests(filter?: LogFilter): readonly Readonly<LoggedRequest>[] {
    return this.#cloud.log.requests(filter);
  }

  /** Requests by method and template: `{ "POST /auth/v2/token": 1 }`. */
  requestCounts(): Readonly<Record<string, number>> {
    return this.#cloud.log.counts();
  }

  /** Destinations that a POST named while an earlier POST's entry was still in the list. */
  postedTwice(): readonly Posting[] {
    return this.#cloud.postings.postedTwice();
  }

  /** A run of a list's destinations in order of storing; all of them without a range. */
  destinations(
    listId: number,
    { offset = 0, limit = Number.POSITIVE_INFINITY }: { offset?: number; limit?: number } = {},
  ): readonly DestinationState[] {
    const entries = this.#list(listId).slice(offset, limit);
    return entries.map(({ id, destination }) => ({
      id: String(id),
      ...this.#cloud.postings.of(listId, destination),
    }));
  }

  /** Puts the seed back in place of everything, or of the named parts. */
  reset(input: ResetInput = {}): void {
    reset(this.#cloud, parseInput(resetSchema, input).only);
  }

  /** Changes the named switches and leaves the others as they are. */
  changeSettings(changes: SettingsChanges): Settings {
    this.#cloud.settings = parseInput(settingsSchema, { ...this.#cloud.settings, ...changes });
    return this.#cloud.settings;
  }

  addFault(input: FaultInput): Fault {
    const fault = parseInput(faultSchema, input);
    const templates = new Set(routeTable.map((route) => route.template));
    if (fault.match.template !== undefined && !templates.has(fault.match.template)) {
      throw new RefusedInput(
        `match.template: no route has the template ${fault.match.template}; there are ${[...templates].join(', ')}`,
      );
    }
    if (fault.effect.kind === 'add-by-hand') this.#list(fault.effect.listId);
    this.#cloud.faults.add(fault);
    return fault;
  }

  putList(input: ListInput): ListState {
    const { destinations, id, ...properties } = parseInput(listSchema, input);
    const identified = id === undefined ? properties : { ...properties, id };
    const list = this.#cloud.lists.create(identified, this.#cloud.clock.now());
    const values = typeof destinations === 'number' ? madeUpDomains(destinations) : destinations;
    addByHand(list.properties.id, values, this.#cloud);
    const { access, name } = list.properties;
    return { id: list.properties.id, name, access, destinationCount: list.size };
  }

  /** Adds entries to a list as another person would, now. */
  addByHand(listId: number, destinations: readonly string[]): void {
    addByHand(listId, parseInput(addByHandSchema, { destinations }).destinations, this.#cloud);
  }

  addRule(input: RuleInput): AccessRule {
    return this.#cloud.rules.add(parseInput(newRuleSchema, input), this.#cloud.clock.now());
  }

  /** Changes the named fields of a rule and leaves the others as they are. */
  changeRule(ruleId: number, changes: RuleChanges): AccessRule {
    const rule = this.#cloud.rules.find(ruleId);
    if (!rule) throw new RefusedInput(`there is no rule ${ruleId}; make it with POST /_control/rules`);
    const { ruleId: _ruleId, createdAt: _createdAt, modifiedAt: _modifiedAt, ...definition } = rule;
    const changed = parseInput(ruleDefinitionSchema, { ...definition, ...changes });
    return this.#cloud.rules.replace(rule, changed, this.#cloud.clock.now());
  }

  /** Adds a key, or replaces secret and scopes of the one with the same name. */
  putKey(input: ApiKey): void {
    this.#cloud.keys.put(parseInput(apiKeySchema, input));
  }

  /** Sets the simulated clock ahead. */
  advanceClock(seconds: number): void {
    this.#cloud.clock.advance(parseInput(clockSchema, { advanceSeconds: seconds }).advanceSeconds);
  }

  #list(listId: number) {
    const list = this.#cloud.lists.find(listId);
    if (!list)
      throw new RefusedInput(`there is no destination list ${listId}; make it with POST /_control/lists`);
    return list;
  }
}

function* madeUpDomains(count: number): Generator<string> {
  for (let number = 1; number <= count; number += 1) {
    yield `seeded-${String(number).padStart(6, '0')}.example`;
  }
}
