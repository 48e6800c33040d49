import { onTestFinished } from 'vitest';
import { CallHistory } from '#shared/cisco/http/call-history.ts';
import { httpClient } from '#shared/cisco/http/http-client.ts';
import { adminWindows } from '#shared/cisco/secure-access/admin-pace.ts';
import { requestAccessToken } from '#shared/cisco/secure-access/request-access-token.ts';
import { organisationNameSchema } from '#shared/config/names.ts';
import { organisationSchema } from '#shared/config/organisation.ts';
import type { PeopleSettings } from '#shared/config/people.ts';
import type { OutgoingEvent } from '#shared/events/event-publisher.ts';
import type { PersonChange } from '#shared/people/changes/person-change.ts';
import { personTaskSchema } from '#shared/people/changes/person-task.ts';
import { offboardingHandlers } from '#shared/people/offboarding/offboarding-handlers.ts';
import type { StepRecord } from '#shared/people/steps/step-record.ts';
import { workTask } from '#shared/people/working/work-task.ts';
import type { WorkingPorts } from '#shared/people/working/working-ports.ts';
import { organisationPlaces } from '../../../functions/offboard-user/organisation-places.ts';
import { storedToken } from '../../shared/cisco/firewall-manager/simulated-people.ts';
import { MintingTokenSource } from '../../shared/cisco/secure-access/simulated-organisation.ts';
import { startSimulatedPlatform } from '../../shared/cisco/security-cloud-control/simulated-platform.ts';
import { InMemoryPeopleChanges } from '../../shared/people/changes/in-memory-people-changes.ts';
import { InMemoryStepJournal } from '../../shared/people/changes/in-memory-step-journal.ts';
import { InMemoryTaskSchedule } from '../../shared/people/changes/in-memory-task-schedule.ts';
import { personChange, plannedWhenDue } from '../../shared/people/changes/person-changes.ts';
import { leaver } from '../../shared/people/lifecycle/lifecycle-requests.ts';
import { peopleSettings } from '../../shared/people/lifecycle/people-settings.ts';
import { seededApiToken, seededUsers } from '../../simulators/firewall-manager/seed.ts';
import { startFirewallManagerSimulator } from '../../simulators/firewall-manager/start.ts';
import { tenant } from '../../simulators/firewall-manager/tenant.ts';
import { seededKey } from '../../simulators/secure-access/seed.ts';
import { startSecureAccessSimulator } from '../../simulators/secure-access/start.ts';
import { seededGroups, seededPeople } from '../../simulators/security-cloud-control/people/seed-people.ts';
import { seededOrganisation } from '../../simulators/security-cloud-control/seed.ts';

const main = organisationNameSchema.parse('main');

/** What every path of the platform begins with. */
const organisationPath = '/v1/organizations/{orgId}';

/** The directory spells the address with capitals. */
const email = seededPeople.member.email.toLowerCase();

/** Bob as each cloud knows him; nothing of his is left when he is out. */
export const bobIsOut = {
  status: 'ENTERPRISE_DISABLED',
  groups: [seededGroups.federated.name],
  roles: [],
  firewallManagerRoles: [],
  vpnSessions: [],
  firewallVpnSessions: [],
  certificates: [],
  computers: ['LT-joe-1'],
};

export type SimulatedLeaver = Awaited<ReturnType<typeof startSimulatedLeaver>>;

/**
 * Bob, who leaves, in three simulated clouds: three groups of ours and one of the identity provider, two roles, an
 * account in Firewall Manager, two VPN sessions of which one fails to end twice, one on a firewall, a device with a
 * certificate, a roaming computer. Time passes in waits only.
 */
export async function startSimulatedLeaver(own: Partial<PeopleSettings> = {}) {
  const platform = await startSimulatedPlatform();
  const { time } = platform;
  const secureAccess = await startSecureAccessSimulator({ clock: time });
  const firewallManager = await startFirewallManagerSimulator({ clock: time });
  onTestFinished(async () => {
    await Promise.all([secureAccess.close(), firewallManager.close()]);
  });
  const settings = {
    ...peopleSettings({ organisations: [main], roamingComputerNames: 'LT-{mailbox}-#' }),
    ...own,
  };
  const organisation = organisationSchema.parse({
    secureAccess: { edition: 'global', baseUrl: secureAccess.url },
    securityCloudControl: { organizationId: seededOrganisation.id, baseUrl: platform.url },
    firewallManager: {
      region: 'us',
      baseUrl: firewallManager.url,
      tenantUid: tenant.uid,
      apiUserUids: [seededUsers.first.uid, seededUsers.second.uid],
    },
    xdr: { region: 'us', clientCreatedOn: '2025-11-01' },
  });
  const http = httpClient({ clock: time, sleep: time.sleep, random: () => 0 });
  const secureAccessTokens = new MintingTokenSource(() =>
    requestAccessToken(http, new URL(secureAccess.url), seededKey),
  );
  const history = new CallHistory(adminWindows);
  const newPlaces = () =>
    organisationPlaces({
      configuration: { organisations: { [main]: organisation } },
      settings,
      historyOf: () => history,
      tokens: {
        platform: () => platform.tokens,
        secureAccess: () => secureAccessTokens,
        firewallManager: () => storedToken(seededApiToken),
      },
      clock: time,
      sleep: time.sleep,
      random: () => 0,
    });

  /** Puts Bob into every place, as he is before he leaves. */
  const settle = () => {
    platform.control.reset({ only: ['log', 'faults', 'people'] });
    secureAccess.control.reset({ only: ['log', 'faults', 'people'] });
    firewallManager.control.reset({ only: ['log', 'faults', 'users', 'sessions'] });
    const { people } = platform.control;
    people.putGroup({ ...seededGroups.engineers, members: [email] });
    people.putGroup({ id: 'e980e881-b61f-41f0-a9b4-06fbd2118f09', name: 'On call', members: [email] });
    firewallManager.control.putUser({
      uid: '7131daad-1c6b-4c1f-9b8e-0a5d4e3f2a09',
      name: email,
      role: 'ROLE_ADMIN',
      apiOnlyUser: false,
    });
    firewallManager.control.connect({ username: email, failingTerminations: 1 });
    secureAccess.control.people.connect({ username: email, deviceName: 'lap-7', failingDisconnects: 2 });
    secureAccess.control.people.connect({ username: email, deviceName: 'phone' });
    secureAccess.control.people.putZeroTrustUser({
      userId: '4711',
      label: `Bob Moss (${email})`,
      devices: [{ deviceId: 'device-1' }],
    });
    secureAccess.control.people.registerComputers({ computers: ['LT-bob.moss-1', 'LT-joe-1'] });
  };
  settle();

  const request = leaver(email, time.now(), { name: { given: 'Bob', family: 'Moss' } });
  const planned = personChange(request, plannedWhenDue(request));
  const changes = new InMemoryPeopleChanges([planned]);
  const published: OutgoingEvent[] = [];
  const unexpected: unknown[] = [];
  const ports: WorkingPorts = {
    changes,
    journal: new InMemoryStepJournal(),
    schedule: new InMemoryTaskSchedule(),
    events: {
      publish: async (events) => {
        published.push(...events);
      },
    },
    clock: time,
    sleep: time.sleep,
    stopAt: new Date('2030-01-01T00:00:00Z'),
    timeZone: settings.timeZone,
    reportUnexpected: (error) => unexpected.push(error),
  };

  return {
    time,
    settings,
    settle,
    planned,
    ports,
    published,
    unexpected,
    newPlaces,
    platform: platform.control,
    secureAccess: secureAccess.control,
    firewallManager: firewallManager.control,
    /** A fresh worker does a task; what it was told of earlier is in the ports alone. */
    work: (task: 'carry-out' | 'remove' | 'undo', other: Partial<WorkingPorts> = {}, places = newPlaces()) =>
      workTask(
        personTaskSchema.parse({ version: 1, worker: 'offboard', task, email, changeId: planned.changeId }),
        offboardingHandlers(places, settings),
        { ...ports, ...other },
      ),
    current: async (): Promise<PersonChange | undefined> => changes.find(request.email),
    steps: async (journal = ports.journal): Promise<Partial<Record<StepRecord['step'], StepRecord>>> =>
      Object.fromEntries((await journal.read(planned.changeId)).map((record) => [record.step, record])),
    /** Bob at a glance. */
    bob() {
      const user = platform.control.state().users.find((one) => one.email.toLowerCase() === email);
      const { vpnConnections, zeroTrustUsers } = secureAccess.control.people.state();
      const tenantState = firewallManager.control.state();
      return {
        status: user?.status,
        groups: user?.groups,
        roles: user?.roles,
        firewallManagerRoles: tenantState.users.filter(({ name }) => name === email).map(({ role }) => role),
        vpnSessions: vpnConnections.map(({ deviceName }) => deviceName),
        firewallVpnSessions: tenantState.vpnSessions.map(({ deviceUid }) => deviceUid),
        certificates: zeroTrustUsers.flatMap(({ devices }) => devices.map(({ status }) => status)),
        computers: secureAccess.control.people.computerNames(),
      };
    },
    /** The first request of a kind, as {@link writes} shows it, takes effect and its answer is lost. */
    loseAnswerTo(call: string) {
      const path = call.slice(call.indexOf(' ') + 1);
      const [cloud, template] = call.startsWith('PATCH ')
        ? [platform.control, `${organisationPath}${path}`]
        : [path.startsWith('/v1/') ? firewallManager.control : secureAccess.control, path];
      cloud.addFault({ match: { template }, effect: { kind: 'process-then-drop' } });
    },
    /** Requests so far, tokens left out; the reports of Secure Access have limits of their own. */
    requests: () => ({
      admin: secureAccess.control
        .requests()
        .filter(({ template }) => /^\/(?:admin|deployments)\//.test(template)),
      platform: platform.control.requests().filter(({ template }) => !template.endsWith('/token')),
      firewallManager: firewallManager.control.requests(),
    }),
    /** Writing requests to all clouds in order, as `PATCH /users`, tokens left out. */
    writes: () =>
      [platform.control, firewallManager.control, secureAccess.control]
        .flatMap((control) => control.requests())
        .filter(({ method, template }) => method !== 'GET' && !template.endsWith('/token'))
        .toSorted((one, other) => one.time.localeCompare(other.time))
        .map(({ method, template }) => `${method} ${template.replace(organisationPath, '')}`),
  };
}
