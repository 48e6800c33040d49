import { parseInput } from '../../control/parse-input.ts';
import type { Cloud } from '../cloud.ts';
import { type RoamingComputersInput, roamingComputersSchema } from '../roaming-computers.ts';
import { type VpnConnection, type VpnConnectionInput, vpnConnectionSchema } from '../vpn-connections.ts';
import { type ZeroTrustUser, type ZeroTrustUserInput, zeroTrustUserSchema } from '../zero-trust-users.ts';

/** People of the simulated organisation, and what they hold, as a glance shows it. */
export interface PeopleState {
  readonly vpnConnections: readonly VpnConnection[];
  readonly zeroTrustUsers: readonly ZeroTrustUser[];
  readonly roamingComputerCount: number;
}

/** Lets people connect and enrol devices, past the API. Each method throws `RefusedInput` for wrong input. */
export class PeopleControl {
  readonly #cloud: Cloud;

  constructor(cloud: Cloud) {
    this.#cloud = cloud;
  }

  /** Somebody connects by VPN. */
  connect(input: VpnConnectionInput): VpnConnection {
    return this.#cloud.vpn.connect(parseInput(vpnConnectionSchema, input), this.#cloud.clock.now());
  }

  /** Adds a user of zero-trust access, or replaces the one with the same id. */
  putZeroTrustUser(input: ZeroTrustUserInput): void {
    this.#cloud.zeroTrustUsers.put(parseInput(zeroTrustUserSchema, input));
  }

  /** Registers roaming computers. */
  registerComputers(input: RoamingComputersInput): void {
    const { computers } = parseInput(roamingComputersSchema, input);
    this.#cloud.roamingComputers.register(computers, this.#cloud.clock.now());
  }

  /** The names of all roaming computers. */
  computerNames(): readonly string[] {
    return this.#cloud.roamingComputers.all().map(({ name }) => name);
  }

  state(): PeopleState {
    return {
      vpnConnections: this.#cloud.vpn.all(),
      zeroTrustUsers: this.#cloud.zeroTrustUsers.all(),
      roamingComputerCount: this.#cloud.roamingComputers.all().length,
    };
  }

  /** Nobody is connected and nothing is enrolled. */
  clear(): void {
    this.#cloud.vpn.clear();
    this.#cloud.zeroTrustUsers.clear();
    this.#cloud.roamingComputers.clear();
  }
}
