import { RefusedInput } from '#shared/errors/refused-input.ts';
import { CloudControl, type ResetPart } from '../../control/cloud-control.ts';
import { parseInput } from '../../control/parse-input.ts';
import type { Cloud } from '../cloud.ts';
import { type FaultInput, faultSchema, type OwnEffect } from '../fault.ts';
import { seedObjects } from '../objects/seed-objects.ts';
import { seedPeople } from '../people/seed-people.ts';
import { seedKeys, seedOrganisations } from '../seed.ts';
import { type Settings, settingsSchema } from '../settings.ts';
import { seedClaimCodes } from '../subscriptions/seed-claim-codes.ts';
import { type ExaminedToken, examineToken } from './examine-token.ts';
import {
  examineSchema,
  type KeyChangesInput,
  keyChangesSchema,
  type NewKeyInput,
  newKeySchema,
} from './inputs.ts';
import { ObjectsControl } from './objects-control.ts';
import { OrganisationControl } from './organisation-control.ts';
import { PeopleControl } from './people-control.ts';
import { type SimulatorState, stateOf } from './state.ts';

/** Looks into the simulated platform and changes it, past its API. */
export class SimulatorControl extends CloudControl<
  Settings,
  OwnEffect,
  FaultInput,
  'keys' | 'people' | 'organisations' | 'objects'
> {
  readonly people: PeopleControl;
  readonly organisations: OrganisationControl;
  readonly objects: ObjectsControl;
  readonly #cloud: Cloud;

  constructor(cloud: Cloud) {
    super(cloud, { settings: settingsSchema, fault: faultSchema });
    this.#cloud = cloud;
    this.people = new PeopleControl(cloud);
    this.organisations = new OrganisationControl(cloud);
    this.objects = new ObjectsControl(cloud);
  }

  state(): SimulatorState {
    return { ...this.universalState(), ...stateOf(this.#cloud) };
  }

  /** Makes a key as a person would, or makes the one with the same id anew with another refresh token. */
  putKey(input: NewKeyInput): void {
    const { apiKeyId, refreshToken, role, expiresAt, organizationId } = parseInput(newKeySchema, input);
    const organisation = this.#cloud.organisations.find(organizationId);
    if (!organisation) throw new RefusedInput(`there is no organisation ${organizationId}`);
    this.deleteKey(apiKeyId);
    this.#cloud.keys.put({
      apiKeyId,
      organisation,
      role,
      enabled: true,
      expiresAt: dateOrNull(expiresAt),
    });
    this.#cloud.refreshTokens.issueByConsole(apiKeyId, refreshToken, this.#cloud.clock.now());
  }

  /** Disables a key, enables it again, or sets its expiry date, as a person would. */
  changeKey(apiKeyId: string, input: KeyChangesInput): void {
    const { enabled, expiresAt } = parseInput(keyChangesSchema, input);
    const apiKey = this.#cloud.keys.find(apiKeyId);
    if (!apiKey) throw new RefusedInput(`there is no key ${apiKeyId}; make it with POST /_control/keys`);
    this.#cloud.keys.put({
      ...apiKey,
      enabled: enabled ?? apiKey.enabled,
      expiresAt: expiresAt === undefined ? apiKey.expiresAt : dateOrNull(expiresAt),
    });
  }

  /** Deletes a key, as a person would. */
  deleteKey(apiKeyId: string): void {
    this.#cloud.keys.delete(apiKeyId);
    this.#cloud.refreshTokens.forgetKey(apiKeyId);
  }

  /** Says of a stored token whether it works and, of a refresh token, whether it is the newest. */
  examineToken(sha256: string): ExaminedToken {
    return examineToken(parseInput(examineSchema, { sha256 }).sha256, this.#cloud);
  }

  /** `keys` means keys and tokens, `people` users, groups and roles, `organisations` also what was sold to them. */
  protected get ownParts(): readonly ResetPart<'keys' | 'people' | 'organisations' | 'objects'>[] {
    const cloud = this.#cloud;
    return [
      {
        part: 'organisations',
        reset: () => {
          cloud.organisations.clear();
          cloud.subscriptions.clear();
          cloud.claimCodes.clear();
          cloud.forgetManagedPeople();
          seedOrganisations(cloud);
          seedClaimCodes(cloud);
        },
      },
      { part: 'objects', reset: () => seedObjects(cloud) },
      {
        part: 'keys',
        reset: () => {
          cloud.keys.clear();
          cloud.refreshTokens.clear();
          cloud.accessTokens.clear();
          seedKeys(cloud);
        },
      },
      {
        part: 'people',
        reset: () => {
          cloud.users.clear();
          cloud.groups.clear();
          cloud.roles.clear();
          seedPeople(cloud);
        },
      },
    ];
  }
}

function dateOrNull(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}
