import { CloudControl, type ResetPart } from '../../control/cloud-control.ts';
import { parseInput } from '../../control/parse-input.ts';
import type { Cloud } from '../cloud.ts';
import { type FaultInput, faultSchema, type OwnEffect } from '../fault.ts';
import { seedUsers } from '../seed.ts';
import { type Settings, settingsSchema } from '../settings.ts';
import { type VpnSession, type VpnSessionInput, vpnSessionSchema } from '../vpn-sessions.ts';
import { FirewallControl } from './firewall-control.ts';
import { examineSchema, type UserInput, userSchema } from './inputs.ts';
import { type SimulatorState, stateOf, type TokenState, tokenState } from './state.ts';

/** What became of a token that somebody stored. */
export type ExaminedToken =
  | { readonly kind: 'unknown' }
  | ({ readonly kind: 'api-token'; readonly userUid: string } & TokenState);

type OwnPart = 'users' | 'sessions' | 'firewalls';

/** Looks into the simulated Firewall Manager and changes it, past its API. */
export class SimulatorControl extends CloudControl<Settings, OwnEffect, FaultInput, OwnPart> {
  /** Firewalls, rules, objects and deployments. */
  readonly firewalls: FirewallControl;
  readonly #cloud: Cloud;

  constructor(cloud: Cloud) {
    super(cloud, { settings: settingsSchema, fault: faultSchema });
    this.#cloud = cloud;
    this.firewalls = new FirewallControl(cloud);
  }

  state(): SimulatorState {
    this.#cloud.transactions.settle(this.#cloud.clock.now());
    return { ...this.universalState(), ...stateOf(this.#cloud) };
  }

  /** Adds a user, or replaces the one with the same uid, and issues the token if one is given. */
  putUser(input: UserInput): void {
    const { apiToken, ...user } = parseInput(userSchema, input);
    this.#cloud.users.put(user);
    if (apiToken !== undefined) this.#cloud.tokens.issue(user.uid, apiToken, this.#cloud.clock.now());
  }

  /** Somebody connects to a firewall by VPN. */
  connect(input: VpnSessionInput): VpnSession {
    return this.#cloud.vpn.connect(parseInput(vpnSessionSchema, input), this.#cloud.clock.now());
  }

  /** Says of a stored token whose it is and whether it works. */
  examineToken(sha256: string): ExaminedToken {
    const issued = this.#cloud.tokens.findBySha256(parseInput(examineSchema, { sha256 }).sha256);
    if (!issued) return { kind: 'unknown' };
    return { kind: 'api-token', userUid: issued.userUid, ...tokenState(issued, this.#cloud) };
  }

  /**
   * `users` means users and their tokens, `sessions` VPN sessions and commands under way, `firewalls` what was added
   * to the firewalls, rules and deployments.
   */
  protected get ownParts(): readonly ResetPart<OwnPart>[] {
    const cloud = this.#cloud;
    return [
      {
        part: 'users',
        reset: () => {
          cloud.users.clear();
          cloud.tokens.clear();
          seedUsers(cloud);
        },
      },
      {
        part: 'sessions',
        reset: () => {
          cloud.vpn.clear();
          cloud.transactions.clear();
        },
      },
      { part: 'firewalls', reset: () => this.firewalls.reset() },
    ];
  }
}
