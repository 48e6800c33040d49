import type { z } from 'zod';
import { RefusedInput } from '#shared/errors/refused-input.ts';
import { CloudControl, type ResetPart } from '../../control/cloud-control.ts';
import { parseInput } from '../../control/parse-input.ts';
import {
  type AccessRule,
  newRuleSchema,
  type ruleChangesSchema,
  ruleDefinitionSchema,
} from '../access-rules.ts';
import { type ActivityInput, activitySchema } from '../activity.ts';
import { addByHand } from '../add-by-hand.ts';
import { type ConsoleKey, type KeyChanges, keyChangesSchema } from '../api-key.ts';
import type { Cloud } from '../cloud.ts';
import { type FaultInput, faultSchema, type OwnEffect, type SecureAccessFault } from '../fault.ts';
import { seedNetworkObjects } from '../network-objects/seed-network-objects.ts';
import type { Posting } from '../posting-record.ts';
import { putConsoleKey } from '../put-console-key.ts';
import { seedKeys, seedLists } from '../seed.ts';
import { type Settings, settingsSchema } from '../settings.ts';
import { type ExaminedSecret, examineSecret } from './examine-secret.ts';
import { addByHandSchema, examineSchema, type ListInput, listSchema } from './inputs.ts';
import { NetworkObjectsControl } from './network-objects-control.ts';
import { PeopleControl } from './people-control.ts';
import { type ListState, type SimulatorState, stateOf } from './state.ts';

/** A rule as it is added: name and action, and whatever differs from an enabled rule without conditions. */
export type RuleInput = z.input<typeof newRuleSchema>;
export type RuleChanges = z.infer<typeof ruleChangesSchema>;

/** A destination and how it came into its list. */
export interface DestinationState extends Posting {
  readonly id: string;
}

/** Looks into the simulated Secure Access and changes it, past its API. */
export class SimulatorControl extends CloudControl<
  Settings,
  OwnEffect,
  FaultInput,
  'lists' | 'keys' | 'activity' | 'people' | 'objects'
> {
  readonly #cloud: Cloud;
  /** Who is connected, and which devices are enrolled. */
  readonly people: PeopleControl;
  readonly networkObjects: NetworkObjectsControl;

  constructor(cloud: Cloud) {
    super(cloud, { settings: settingsSchema, fault: faultSchema });
    this.#cloud = cloud;
    this.people = new PeopleControl(cloud);
    this.networkObjects = new NetworkObjectsControl(cloud);
  }

  state(): SimulatorState {
    return {
      ...this.universalState(),
      ...stateOf(this.#cloud),
      ...this.people.state(),
      ...this.networkObjects.state(),
    };
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

  override addFault(input: FaultInput): SecureAccessFault {
    const { effect } = parseInput(faultSchema, input);
    if (effect.kind === 'add-by-hand') this.#list(effect.listId);
    return super.addFault(input);
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

  /** Makes a key as a person would, or makes the one with the same client id anew. */
  putKey(input: ConsoleKey): void {
    putConsoleKey(input, this.#cloud);
  }

  /** Disables a key, sets its expiry date, or deactivates the person who made it, as a person would. */
  changeKey(apiKeyId: string, changes: KeyChanges): void {
    const { enabled, creatorActive, expireAt } = parseInput(keyChangesSchema, changes);
    const apiKey = this.#cloud.keys.find(apiKeyId);
    if (!apiKey) throw new RefusedInput(`there is no key ${apiKeyId}; make it with POST /_control/keys`);
    const changedExpiry = typeof expireAt === 'string' ? new Date(expireAt) : expireAt;
    this.#cloud.keys.put({
      ...apiKey,
      enabled: enabled ?? apiKey.enabled,
      creatorActive: creatorActive ?? apiKey.creatorActive,
      expireAt: changedExpiry === undefined ? apiKey.expireAt : changedExpiry,
    });
  }

  /** Says of a stored secret or token whether it works and whether it is the newest of its kind. */
  examineSecret(sha256: string): ExaminedSecret {
    return examineSecret(parseInput(examineSchema, { sha256 }).sha256, this.#cloud);
  }

  /** Lets users and devices go to a destination, for the reports to show. */
  addActivity(input: ActivityInput): void {
    this.#cloud.activity.add(parseInput(activitySchema, input), this.#cloud.clock.now());
  }

  /** `lists` means lists, rules and postings; `keys` means keys, the log bucket's too, tokens and counted rates. */
  protected get ownParts(): readonly ResetPart<'lists' | 'keys' | 'activity' | 'people' | 'objects'>[] {
    const cloud = this.#cloud;
    return [
      {
        part: 'lists',
        reset: () => {
          cloud.lists.clear();
          cloud.rules.clear();
          cloud.postings.clear();
          seedLists(cloud);
        },
      },
      {
        part: 'keys',
        reset: () => {
          cloud.keys.clear();
          cloud.tokens.clear();
          cloud.rateLimits.clear();
          cloud.logBucket.clear();
          seedKeys(cloud);
        },
      },
      { part: 'activity', reset: () => cloud.activity.clear() },
      { part: 'people', reset: () => this.people.clear() },
      { part: 'objects', reset: () => seedNetworkObjects(cloud) },
    ];
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
