import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { deviceUidSchema } from '#shared/cisco/firewall-manager/vpn/headends.ts';
import { terminatePath, terminateUser } from '#shared/cisco/firewall-manager/vpn/terminate-user.ts';
import { RefusedInput } from '#shared/errors/refused-input.ts';
import type { UserName } from '#shared/people/user-name.ts';
import { seededDevices } from '../../../../simulators/firewall-manager/devices.ts';
import { type SimulatedPeople, startSimulatedPeople } from '../simulated-people.ts';

const firewall = deviceUidSchema.parse(seededDevices.firstHeadend.uid);

/** What code without types could hand over. */
function untyped(name: string): UserName {
  // The point of these tests is what happens when the types are passed by.
  return name as UserName;
}

async function tenantWithSessions(): Promise<SimulatedPeople> {
  const people = await startSimulatedPeople();
  for (const name of ['ada', 'bob', 'eve']) people.control.connect({ username: `${name}@acme.example` });
  return people;
}

describe('a command without a user name', () => {
  it.each(['terminate', 'terminate/', 'terminate/.', 'terminate/ada/..'])(
    'would end the sessions of everybody: %s',
    async (end) => {
      const { client, control } = await tenantWithSessions();
      const path = `v1/vpnsessions/${firewall}/${end}`;
      await client.send({ method: 'POST', path, repetition: 'once', expected: [202] }, z.unknown());
      control.advanceClock(60);
      expect(control.state().vpnSessions).toEqual([]);
    },
  );

  it('is refused by the types', () => {
    // @ts-expect-error a text that nobody has checked is no user name
    expect(terminatePath(firewall, 'ada')).toMatch(/\/terminate\/ada$/);
    // @ts-expect-error nor is a text a firewall
    expect(() => terminatePath('', untyped('ada'))).toThrow(RefusedInput);
    // @ts-expect-error nobody is no target
    expect(() => terminatePath(firewall)).toThrow(RefusedInput);
  });

  it.each(['', ' ', '.', '..', '*', '\t', 'a\u0000'])(
    'is not sent where the types are passed by: %j',
    async (name) => {
      const { client, control, calls } = await tenantWithSessions();
      await expect(async () => terminateUser(client, firewall, untyped(name))).rejects.toThrow(RefusedInput);
      expect(calls()).toEqual([]);
      expect(control.state().vpnSessions).toHaveLength(3);
    },
  );

  it('is never built, whatever is handed over', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        let path: string;
        try {
          path = terminatePath(firewall, untyped(name));
        } catch (error) {
          expect(error).toBeInstanceOf(RefusedInput);
          return;
        }
        const { pathname } = new URL(path, 'http://localhost/firewall/');
        const segments = pathname.split('/');
        expect(segments.slice(0, -1)).toEqual(['', 'firewall', 'v1', 'vpnsessions', firewall, 'terminate']);
        expect(decodeURIComponent(segments.at(-1) ?? '')).toBe(name.trim());
      }),
    );
  });

  it('is not what a firewall outside the tenant is sent', async () => {
    const { client, control } = await tenantWithSessions();
    const elsewhere = deviceUidSchema.parse(randomUUID());
    await expect(terminateUser(client, elsewhere, untyped('ada@acme.example'))).rejects.toThrow(
      'Device not found',
    );
    expect(control.state().vpnSessions).toHaveLength(3);
  });
});
