import { beforeEach, describe, expect, it } from 'vitest';
import { readCertifiedDevices } from '#shared/cisco/secure-access/zero-trust/device-certificates.ts';
import { zeroTrustDevices } from '#shared/cisco/secure-access/zero-trust/zero-trust-devices.ts';
import { GiveUp } from '#shared/errors/give-up.ts';
import { RefusedInput } from '#shared/errors/refused-input.ts';
import { revokeCertificates } from '#shared/people/devices/revoke-certificates.ts';
import { emailAddressSchema } from '#shared/people/email-address.ts';
import { type PacedOrganisation, startPacedOrganisation } from '../paced-organisation.ts';

const ada = emailAddressSchema.parse('ada@acme.example');
const label = 'Ada Byron (ada@acme.example)';

let organisation: PacedOrganisation;

beforeEach(async () => {
  organisation = await startPacedOrganisation();
});

const place = () => zeroTrustDevices({ admin: organisation.paced, reports: organisation.client });
const revoke = () => revokeCertificates(ada, place(), { sleep: organisation.time.sleep });

describe('the certificates of a leaver', () => {
  it('that are in force are revoked, and no others', async () => {
    const { people } = organisation.control;
    people.putZeroTrustUser({
      userId: '1',
      label,
      devices: [
        { deviceId: 'a1' },
        { deviceId: 'a2', status: 'expired' },
        { deviceId: 'a3', status: 'revoked' },
      ],
    });
    people.putZeroTrustUser({
      userId: '2',
      label: 'Joada (joada@acme.example)',
      devices: [{ deviceId: 'b1' }],
    });

    expect(await revoke()).toEqual({ result: 'none-left', foundAtFirst: 1, rounds: 1 });

    expect(
      people.state().zeroTrustUsers.flatMap(({ devices }) => devices.map(({ deviceId }) => deviceId)),
    ).toEqual(['a2', 'a3', 'b1']);
    expect(organisation.control.requestCounts()).toMatchObject({
      'GET /reports/v2/identities': 2,
      'GET /admin/v2/ztna/users/{userId}/deviceCertificates': 2,
      'DELETE /admin/v2/ztna/users/{userId}/devices/{deviceId}': 1,
    });
  });

  it('are found under every id that the person has', async () => {
    for (const userId of ['1', '2']) {
      organisation.control.people.putZeroTrustUser({
        userId,
        label,
        devices: [{ deviceId: `device-${userId}` }],
      });
    }
    expect(await place().list(ada)).toMatchObject([
      { userId: '1', deviceId: 'device-1', expiresAt: expect.any(Date) },
      { userId: '2', deviceId: 'device-2', expiresAt: expect.any(Date) },
    ]);
  });

  it('are none where the person was never seen, or is known to the reports alone', async () => {
    expect(await revoke()).toEqual({ result: 'none-left', foundAtFirst: 0, rounds: 0 });
    expect(await readCertifiedDevices(organisation.paced, '404')).toEqual([]);
  });

  it('are revoked on the other devices where one is refused, which is tried again', async () => {
    organisation.control.people.putZeroTrustUser({
      userId: '1',
      label,
      devices: [{ deviceId: 'a1', failingRevocations: 1 }, { deviceId: 'a2' }],
    });
    expect(await revoke()).toEqual({ result: 'none-left', foundAtFirst: 2, rounds: 2 });
  });

  it('that are refused for ever are reported with the reason', async () => {
    organisation.control.people.putZeroTrustUser({
      userId: '1',
      label,
      devices: [{ deviceId: 'a1', failingRevocations: 99 }],
    });
    expect(await revoke()).toMatchObject({
      result: 'some-left',
      left: [{ deviceId: 'a1' }],
      notRemoved: [{ what: 'device a1', reason: expect.stringContaining('The device is being enrolled') }],
    });
    expect(organisation.statuses()).not.toContain(429);
  });

  it('are not called revoked after an answer that cannot be understood', async () => {
    organisation.control.people.putZeroTrustUser({ userId: '1', label });
    organisation.control.addFault({
      match: { template: '/admin/v2/ztna/users/{userId}/deviceCertificates' },
      effect: { kind: 'respond', status: 200, body: [] },
    });
    await expect(revoke()).rejects.toThrow(GiveUp);
  });

  it('are asked for by an id alone', async () => {
    await expect(readCertifiedDevices(organisation.paced, '')).rejects.toThrow(RefusedInput);
    expect(organisation.calls()).toEqual([]);
  });
});
