import type { TakenAway } from '../steps/step-record.ts';

/** All that either of them holds: what was put down once is never forgotten, however little is found later. */
export function mergeTakenAway(earlier: TakenAway, found: TakenAway): TakenAway {
  return {
    signIn: earlier.signIn || found.signIn,
    groups: byId(earlier.groups, found.groups),
    roles: byId(earlier.roles, found.roles),
    firewallManagerRoles:
      earlier.firewallManagerRoles || found.firewallManagerRoles
        ? [...new Set([...(earlier.firewallManagerRoles ?? []), ...(found.firewallManagerRoles ?? [])])]
        : undefined,
  };
}

type Named = readonly { readonly id: string; readonly name: string }[];

function byId(earlier: Named | undefined, found: Named | undefined): Named | undefined {
  if (!earlier || !found) return earlier ?? found;
  return [...new Map([...earlier, ...found].map((one) => [one.id, one])).values()];
}
