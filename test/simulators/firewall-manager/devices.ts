/** A firewall or another device of the tenant. */
export interface Device {
  readonly uid: string;
  readonly name: string;
  readonly deviceType: 'ASA' | 'CDFMC_MANAGED_FTD';
  readonly deviceRoles: readonly ('ASA_RA_VPN_HEADEND' | 'FTD_RA_VPN_HEADEND' | 'ZTNA_PROVIDER')[];
}

/** The devices that exist: two that people connect to, and one that they do not. */
export const seededDevices = {
  firstHeadend: {
    uid: '7131daad-1c6b-4c1f-9b8e-0a5d4e3f2b01',
    name: 'vpn-west',
    deviceType: 'ASA',
    deviceRoles: ['ASA_RA_VPN_HEADEND'],
  },
  branch: {
    uid: '7131daad-1c6b-4c1f-9b8e-0a5d4e3f2b02',
    name: 'branch',
    deviceType: 'CDFMC_MANAGED_FTD',
    deviceRoles: ['ZTNA_PROVIDER'],
  },
  secondHeadend: {
    uid: '7131daad-1c6b-4c1f-9b8e-0a5d4e3f2b03',
    name: 'vpn-east',
    deviceType: 'CDFMC_MANAGED_FTD',
    deviceRoles: ['FTD_RA_VPN_HEADEND'],
  },
} as const satisfies Record<string, Device>;

export function isHeadend({ deviceRoles }: Device): boolean {
  return deviceRoles.some((role) => role.endsWith('_RA_VPN_HEADEND'));
}
